/** What became of one change. */
export interface Outcome {
  readonly file: string;
  /** As Stryker names it: `Killed`, `Timeout`, `Survived`, `NoCoverage` and others. */
  readonly status: string;
}

/** How many changes of some files the tests noticed. */
export interface Score {
  /** Changes that a test failed for. */
  readonly failed: number;
  /** Changes after which a test did not end. */
  readonly endless: number;
  /** Changes that no test noticed, or in lines that none runs. */
  readonly unnoticed: number;
}

/** Counts outcomes. Changes that cannot be run, or are left out on purpose, count neither way. */
export function mutationScore(outcomes: readonly Outcome[]): Score {
  const count = (...statuses: readonly string[]): number => outcomes.filter(({ status }) => statuses.includes(status)).length;
  return { failed: count('Killed'), endless: count('Timeout'), unnoticed: count('Survived', 'NoCoverage') };
}

/** Part of the changes that was noticed, 0 to 1; 1 without any. */
export function noticedPart({ failed, endless, unnoticed }: Score): number {
  const all = failed + endless + unnoticed;
  return all === 0 ? 1 : (failed + endless) / all;
}
