/** A fenced block of code on a page. */
export interface CodeBlock {
  /** The page, as a path from the workspace's folder. */
  readonly file: string;
  /** Line of the page on which the code begins, from 1. */
  readonly line: number;
  /** First word behind the fence, such as `ts`. */
  readonly language: string;
  /** The other words behind the fence, such as `no-run`. */
  readonly flags: readonly string[];
  /** The code, without the indentation of its fence. */
  readonly code: string;
}
