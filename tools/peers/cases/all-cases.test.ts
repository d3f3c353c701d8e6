import { describe, expect, it } from 'vitest';
import type { Verdict } from '../judgement/judge.ts';
import type { Observation } from '../judgement/observation.ts';
import type { Report } from '../judgement/report.ts';
import { KEY, KEY_HEADER, PROMPT } from '../subjects/subject.ts';
import { wires } from '../wires/wires.ts';
import { allCases } from './all-cases.ts';

const SEEN: Observation = { watchedMs: 1000, peakBytes: 3 * 1024 * 1024, pulledBytes: 1024 * 1024, busySockets: 0, starts: 1, cancels: 0, foreign: [] };
const REPORT: Report = { ending: 'thrown', whole: 0, broken: 0, name: 'AbortedError', isTyped: true, hasKey: false, hasPrompt: true, hasEscape: false, ms: 9 };

/** What a row tells of this. */
function told(title: string, observation: Partial<Observation>, verdict: Verdict = 'typed'): string | undefined {
  const peerCase = allCases().flatMap(({ cases }) => cases).find((one) => one.tell !== undefined && one.title.includes(title));
  return peerCase?.tell?.({ ...SEEN, ...observation }, verdict);
}

describe('the cases', () => {
  it('begin on every wire with a service without a fault', () => {
    const first = allCases().map(({ cases: [one] }) => one).filter((one) => one?.isControl === true);
    expect(first.map((one) => one?.wire)).toEqual(Object.keys(wires));
  });

  it('are none of them in the table twice', () => {
    const titles = allCases().flatMap(({ title: chapter, cases }) => cases.map(({ title, wire }) => `${chapter}: ${wire}: ${title}`));
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });
});

describe('a row tells', () => {
  it('what came to a foreign host', () => {
    const head = `POST / HTTP/1.1\r\n${KEY_HEADER}: ${KEY}\r\n\r\n`;
    expect(told('the job is sent on', { foreign: [`${head}{"prompt":"${PROMPT}"}`] })).toBe('authorization: no, x-api-key: **sent**, prompt: **sent**');
    expect(told('the job is sent on', { foreign: [`POST / HTTP/1.1\r\nAuthorization: Bearer ${KEY}\r\n\r\n`] })).toBe('authorization: **sent**, x-api-key: no, prompt: no');
    expect(told('the job is sent on', {})).toBe('not followed');
  });

  it('what an error holds', () => {
    expect(told('what an error holds', { report: REPORT })).toBe('key: no, prompt: **yes**');
  });

  it('how a stop ends', () => {
    expect(told('before the head', { report: REPORT })).toBe('typed: `AbortedError`, 9 ms');
    expect(told('before the head', { report: { ...REPORT, ending: 'returned' } })).toBe('ends as if done, 9 ms');
    expect(told('before the head', {})).toBe('**no end** within 2 s');
  });

  it('whether a loop that is left closes its stream', () => {
    expect(told('the loop is left', { report: REPORT })).toBe('left in 9 ms, stream closed');
    expect(told('the loop is left', { report: REPORT, busySockets: 1 })).toBe('left in 9 ms, **stream open**');
  });

  it('how much memory an attack took, and of one that was taken whole no failure', () => {
    expect(told('becomes 256 MiB', {}, 'false success')).toBe('taken whole, +3 MiB, 1.0 MiB taken');
    expect(told('becomes 256 MiB', {}, 'hang')).toBe('hang, +3 MiB, 1.0 MiB taken');
  });

  it('how often a job was started, and how many pictures were handed over', () => {
    expect(told('the job may have been done', { starts: 3, report: REPORT })).toBe('3 starts, typed after 0.0 s');
    expect(told('four pictures', { starts: 4, report: { ...REPORT, whole: 3 } })).toBe('typed, 3 of 3 paid pictures handed over');
  });

  it('whether a text could move the terminal', () => {
    expect(told('moves the terminal', { report: { ...REPORT, hasEscape: true } }, 'untyped')).toBe('**passed on**');
    expect(told('moves the terminal', { report: REPORT })).toBe('taken out');
  });
});
