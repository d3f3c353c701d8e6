/** One thing that is wrong with a configuration. */
export interface ConfigProblem {
  /** Path to it, such as `plugins[1].options`; empty for the whole file. */
  readonly place: string;
  /** Line of the file, from 1; known for JSON only. */
  readonly line?: number | undefined;
  /** What is there; never a text that may be a secret. */
  readonly found: string;
  /** What is allowed there. */
  readonly allowed: string;
}
