import type { Billed } from '@hypotez/provider-core';

/** What an `OutputError` may be told. */
export interface OutputErrorOptions {
  /** Whether the picture had been painted already. Default `no`. */
  readonly billed?: Billed | undefined;
  /** What else the user can do. */
  readonly hint?: string | undefined;
}

/** The picture cannot be written where it should go. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
  readonly billed: Billed;
  readonly hint: string | undefined;

  constructor(message: string, { billed = 'no', hint }: OutputErrorOptions = {}) {
    super(message);
    this.billed = billed;
    this.hint = hint;
  }
}
