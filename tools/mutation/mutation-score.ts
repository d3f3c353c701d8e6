/** What became of one change. */
export interface Outcome {
  readonly file: string;
  /** As Stryker names it: `Killed`, `Timeout`, `Survived`, `NoCoverage` and others. */
  readonly status: string;
}

/** How many changes of some files the tests noticed. */
export interface Score {
  /** Changes that a test failed for. */
  readonly killed: number;
  /** Changes after which a test did not end. */
  readonly timedOut: number;
  readonly survived: number;
  /** Changes in lines that no test runs. */
  readonly uncovered: number;
  /** Part of the changes that was noticed, 0 to 1; 1 without any. */
  readonly noticed: number;
}

/** Counts outcomes. Changes that cannot be run, or are left out on purpose, count neither way. */
export function mutationScore(outcomes: readonly Outcome[]): Score {
  const count = (status: string): number => outcomes.filter((outcome) => outcome.status === status).length;
  const [killed, timedOut, survived, uncovered] = [count('Killed'), count('Timeout'), count('Survived'), count('NoCoverage')];
  const all = killed + timedOut + survived + uncovered;
  return { killed, timedOut, survived, uncovered, noticed: all === 0 ? 1 : (killed + timedOut) / all };
}
