import { ConformanceError } from './conformance-error.ts';

/** @throws {ConformanceError} when the promise is not kept. */
export function requireThat(isKept: boolean, what: string, advice: string): asserts isKept {
  if (!isKept) throw new ConformanceError(what, advice);
}
