import type { ConformanceCheck } from './conformance-check.ts';

/** A check that a plugin cannot keep, and why. */
export interface SkippedCheck {
  /** Id of the check. */
  readonly test: string;
  /** Why, for whoever reads the report; never empty. */
  readonly reason: string;
}

/**
 * Finds the reasons of the checks that are skipped, by id.
 *
 * @throws {TypeError} when one has no reason, is named twice, or is no check.
 */
export function reasonsToSkip(checks: readonly ConformanceCheck[], skip: readonly SkippedCheck[]): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  for (const { test, reason } of skip) {
    if (checks.every(({ id }) => id !== test)) throw new TypeError(`skip names "${test}", which is no check; there are ${checks.map(({ id }) => id).join(', ')}.`);
    if (reason.trim() === '') throw new TypeError(`skip of "${test}" has no reason; say why the plugin cannot keep it.`);
    if (reasons.has(test)) throw new TypeError(`skip names "${test}" twice.`);
    reasons.set(test, reason);
  }
  return reasons;
}
