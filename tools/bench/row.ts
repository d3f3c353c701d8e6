/** One line of the table. */
export interface Measurement {
  /** What was measured, with its unit. */
  readonly what: string;
  /** The figure of ours. */
  readonly ours: string;
  /** What it is compared with; empty when the figure stands alone. */
  readonly bound: string;
  /** Ours divided by the bound; the spread where there is one. */
  readonly ratio: string;
  /** The promise, in words; empty where there is none. */
  readonly target: string;
  /** Whether the promise is kept; `undefined` where there is none. */
  readonly isMet: boolean | undefined;
}

/** One thing that the benchmark measures: a title, and the lines that come of it. */
export interface Row {
  readonly title: string;
  readonly measure: () => Promise<readonly Measurement[]>;
}
