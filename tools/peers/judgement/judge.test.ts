import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import type { Observation } from './observation.ts';
import type { Report } from './report.ts';

const REPORT: Report = { ending: 'returned', whole: 1, broken: 0, name: '', isTyped: false, hasKey: false, hasPrompt: false, hasEscape: false, ms: 10 };
const SEEN: Observation = { watchedMs: 1000, peakBytes: 0, pulledBytes: 0, busySockets: 0, starts: 1, cancels: 0, foreign: [] };

function seen(report: Partial<Report>, rest: Partial<Observation> = {}): Observation {
  return { ...SEEN, report: { ...REPORT, ...report }, ...rest };
}

describe('judge', () => {
  it.each([
    ['image', 'the whole picture', seen({})],
    ['typed', 'an error of an own class', seen({ ending: 'thrown', isTyped: true, whole: 0 })],
    ['untyped', 'another error', seen({ ending: 'thrown', whole: 0 })],
    ['untyped', 'an event that tells of a failure', seen({ ending: 'event', whole: 0 })],
    ['false success', 'an end without a picture', seen({ whole: 0 })],
    ['false success', 'half a picture', seen({ whole: 0, broken: 1 })],
    ['false success', 'half a picture beside a whole one', seen({ broken: 1 })],
    ['hang', 'no end', SEEN],
    ['hang', 'an end behind the deadline', seen({ ending: 'thrown', isTyped: true, ms: 1001 })],
    ['crash', 'a process that died', { ...SEEN, death: 'exit 1' }],
    ['crash', 'a process that died behind its picture', seen({}, { death: 'exit 1' })],
  ])('says %s of %s', (verdict, _what, observation) => {
    expect(judge(observation, 1000)).toBe(verdict);
  });
});
