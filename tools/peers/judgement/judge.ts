import type { Observation } from './observation.ts';

/**
 * What a library made of a fault:
 *
 * - `image`: the whole picture, in spite of the fault
 * - `typed`: an error of a class of the library's own, or the reason that the caller stopped it for
 * - `untyped`: another error (`Error`, `TypeError`, `SyntaxError`), or an event that tells of a failure
 * - `false success`: it ended without an error and without the whole picture
 * - `hang`: no end within the deadline; a later one does not count
 * - `crash`: the process died
 */
export type Verdict = 'image' | 'typed' | 'untyped' | 'false success' | 'hang' | 'crash';

/** Judges what was seen, for a request of one picture. A process that dies after its report has crashed all the same. */
export function judge({ report, death }: Observation, deadlineMs: number): Verdict {
  if (death !== undefined) return 'crash';
  if (report === undefined || report.ms > deadlineMs) return 'hang';
  switch (report.ending) {
    case 'thrown':
      return report.isTyped ? 'typed' : 'untyped';
    case 'event':
      return 'untyped';
    case 'returned':
      return report.whole > 0 && report.broken === 0 ? 'image' : 'false success';
  }
}
