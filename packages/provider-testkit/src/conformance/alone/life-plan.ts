import type { ImageRequest } from '@hypotez/provider-core';

/** What becomes of one run. */
export type LifeAct = 'read to its end' | 'aborted' | 'left' | 'refused';

/** What a plugin does in a thread of its own. */
export interface LifePlan {
  /** The plugin's code, as `bundlePlugin` gives it. */
  readonly code: string;
  /** Runs the plugin's code where only the globals of browsers are. */
  readonly isBrowser: boolean;
  /** Options of the plugin beside its address. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly request: ImageRequest;
  /** The runs, one after another, each in front of a service of its own. */
  readonly acts: readonly { readonly act: LifeAct; readonly url: string }[];
}

/** What a thread says to whoever started it: a run waits to be ended, a run failed, a promise was rejected unheard, something was left behind. */
export type LifeMessage =
  | { readonly type: 'waiting'; readonly act: LifeAct }
  | { readonly type: 'failed'; readonly why: string }
  | { readonly type: 'rejection'; readonly why: string }
  | { readonly type: 'left'; readonly what: string };
