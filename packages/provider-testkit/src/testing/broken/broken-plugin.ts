import type { PluginEntry, PluginFactory } from '../../conformance/conformance-scenario.ts';

/** A plugin that breaks one promise on purpose. */
export interface BrokenPlugin {
  /** Id of the check that has to refuse it. */
  readonly breaks: string;
  /** What is wrong with it. */
  readonly how: string;
  /** Another check that cannot but refuse it as well, and why. */
  readonly also?: { readonly check: string; readonly because: string };
  readonly plugin: PluginFactory;
  /** Its module, where the promise is about that. Default: that of the healthy plugin. */
  readonly entry?: PluginEntry;
}
