import { describe, it } from 'vitest';
import { conformanceChecks } from '../conformance/conformance-checks.ts';
import type { ConformanceSubject } from '../conformance/conformance-scenario.ts';
import { reasonsToSkip, type SkippedCheck } from '../conformance/skipped-check.ts';

/** Longest time of a check on a busy machine, in milliseconds; most take some ten. */
const TIMEOUT_MS = 60_000;

/** A plugin, what it is tried against, and what it cannot keep. */
export interface DescribedProvider extends ConformanceSubject {
  /** Checks that the plugin cannot keep, each with its reason. Default: none. */
  readonly skip?: readonly SkippedCheck[] | undefined;
}

/**
 * Makes a test of every conformance check for a plugin; one that is skipped is shown with its reason.
 *
 * @throws {TypeError} when `skip` names what is no check, or gives no reason.
 */
export function describeProvider({ skip = [], ...subject }: DescribedProvider): void {
  const reasons = reasonsToSkip(conformanceChecks, skip);
  describe('conformance', () => {
    for (const check of conformanceChecks) {
      const { id, title } = check;
      const reason = reasons.get(id);
      if (reason === undefined) it(`${id}: ${title}`, { timeout: TIMEOUT_MS }, () => check.run(subject));
      else it.skip(`${id}: ${title} (skipped: ${reason})`, () => undefined);
    }
  });
}
