import type { SpaceComponent } from '../components/space-component.ts';

/** A function of a Space: its interface as data, and what it does. */
export interface SpaceFunction {
  /** Parameters in order, by their Python names. */
  readonly inputs: Readonly<Record<string, SpaceComponent>>;
  readonly outputs: readonly SpaceComponent[];
  /**
   * Whether every yielded `outputs` step is shown to the caller, as for a Python generator. Default false: only the
   * last one is, when the function ends.
   */
  readonly generator?: boolean;
  /** Does the work, as a rule an async generator. A thrown `SpaceError` is shown to the caller; anything else is hidden, as Gradio does. */
  run(call: SpaceCall): AsyncIterable<SpaceStep> | Iterable<SpaceStep>;
}

/** One call of a function. */
export interface SpaceCall {
  /** Values from the caller, in the order of `inputs`; not checked beyond what the release of Gradio checks. */
  readonly inputs: readonly unknown[];
  /** Time of one denoising step, milliseconds. */
  readonly stepMs: number;
  /**
   * Aborted when the job is cancelled or the Space closes. A caller who goes away aborts nothing: a plain function
   * runs on to its end, a generator is stopped at its next step.
   */
  readonly signal: AbortSignal;
}

/** What a running function may yield. */
export type SpaceStep = ProgressStep | LogStep | OutputsStep;

/** How far the function is: `index` of `length`, or a fraction. */
export interface ProgressStep {
  readonly type: 'progress';
  readonly index?: number;
  readonly length?: number;
  /** 0–1. */
  readonly fraction?: number;
  /** Default `steps`. */
  readonly unit?: string;
  readonly description?: string;
}

/** A line shown to the caller, as `gr.Info` and `gr.Warning` do. */
export interface LogStep {
  readonly type: 'log';
  readonly message: string;
  /** Default `info`. */
  readonly level?: 'info' | 'warning';
  /** Default `Info` or `Warning`. */
  readonly title?: string;
  /** Seconds the line stays visible. Default 10. */
  readonly durationSeconds?: number;
}

/** Values for the outputs, in their order. */
export interface OutputsStep {
  readonly type: 'outputs';
  readonly values: readonly SpaceValue[];
}

/** A picture made by a function. */
export interface SpaceImage {
  readonly bytes: Uint8Array;
  /** File name that the caller sees. Default `image.png`. */
  readonly name?: string;
}

/** One picture of a gallery. */
export interface SpaceGalleryItem {
  /** A string is the URL of a picture that lies elsewhere. */
  readonly image: SpaceImage | string;
  readonly caption: string | null;
}

/** The value wrapped as `gr.update(value=…)` does. */
export interface SpaceUpdate {
  readonly update: SpaceValue;
}

/** A value of an output component; a string for an image is the URL of one. */
export type SpaceValue = null | boolean | number | string | SpaceImage | readonly SpaceGalleryItem[] | SpaceUpdate;
