import type { DescribedInput } from '../signature/described-function.ts';

/** The value of an input that nobody touches: the default of its parameter, else what the page shows. */
export function standingValue({ hasDefault, default: standing, value }: DescribedInput): unknown {
  return hasDefault ? standing : value;
}

/** Tells whether something is a number that can be counted with. */
export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
