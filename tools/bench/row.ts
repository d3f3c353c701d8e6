/** One line of the table. Figures that there are none of are absent. */
export interface Measurement {
  /** What was measured, with its unit. */
  readonly what: string;
  /** The figure of this framework. */
  readonly ours: string;
  /** The figure of the hand-written loop. */
  readonly bound?: string | undefined;
  /** The figure of `@gradio/client`. */
  readonly gradio?: string | undefined;
  /** The figure of the AI SDK. */
  readonly aiSdk?: string | undefined;
  /** Ours divided by the bound, with its spread. */
  readonly ratio?: string | undefined;
  /** The promise, and whether it is kept; absent where there is none. */
  readonly promise?: Promised | undefined;
}

/** What a figure has to keep. */
export interface Promised {
  readonly target: string;
  readonly isMet: boolean;
}

/** How thoroughly is measured: `quick` takes few and short samples, to see that everything works. */
export type Effort = 'full' | 'quick';

/** One thing that the benchmark measures: a title, and the lines that come of it. */
export interface Row {
  readonly title: string;
  readonly measure: (effort: Effort) => Promise<readonly Measurement[]>;
}
