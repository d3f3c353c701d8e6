import { expect } from 'vitest';

/** Stands for any text with this piece in it; `unknown`, because vitest's own matchers have the type `any`. */
export function containing(piece: string): unknown {
  return expect.stringContaining(piece);
}

/** Stands for any text of this form. */
export function matching(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}
