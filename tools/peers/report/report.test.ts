import { describe, expect, it } from 'vitest';
import type { PeerCase } from '../cases/peer-case.ts';
import type { Verdict } from '../judgement/judge.ts';
import type { Report } from '../judgement/report.ts';
import type { SubjectName } from '../subjects/subjects.ts';
import { faultRows } from './fault-rows.ts';
import type { Result } from './result.ts';
import { scoreboard } from './scoreboard.ts';

const fault: PeerCase = { title: '9 broken off', wire: 'images', setUp: () => ({}) };
const control: PeerCase = { ...fault, title: 'no fault', isControl: true };
const told: PeerCase = { ...fault, title: '36 a bomb', tell: ({ pulledBytes }) => `${pulledBytes.toString()} taken` };

function result(peerCase: PeerCase, subject: SubjectName, verdict: Verdict, report?: Partial<Report>): Result {
  const whole = { ending: 'thrown', whole: 0, broken: 0, name: 'TypeError', isTyped: false, hasKey: false, hasPrompt: false, hasEscape: false, ms: 12 } as const;
  const observation = { report: report === undefined ? undefined : { ...whole, ...report }, watchedMs: 8000, peakBytes: 0, pulledBytes: 7, busySockets: 0, starts: 1, cancels: 0, foreign: [] };
  return { peerCase, subject, verdict, observation };
}

const results = [
  result(control, 'openai', 'image', {}), result(fault, 'openai', 'untyped', {}), result(told, 'openai', 'typed', {}), result(fault, 'our-images', 'typed', { name: 'NetworkError' }),
  result(fault, 'ai-sdk', 'hang'),
];

function cells(text: string): string[][] {
  return text.split('\n').map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

describe('the scoreboard', () => {
  it('counts faults, and neither controls nor rows that tell something else', () => {
    expect(cells(scoreboard(results))).toContainEqual(['openai', '1', '0', '0', '1', '0', '0', '0']);
  });

  it('counts ours once for each of the others, on the same rows', () => {
    const lines = cells(scoreboard(results)).filter(([title]) => title === 'hypotez, the same rows');
    expect(lines.map(([, ...figures]) => figures)).toEqual([['1', '0', '1', '0', '0', '0', '0'], ['1', '0', '1', '0', '0', '0', '0']]);
  });
});

describe('the table of faults', () => {
  const lines = cells(faultRows([{ title: 'One', cases: [control, fault, told] }], results));

  it('says what was seen', () => {
    expect(lines).toContainEqual(['9 broken off', 'untyped: `TypeError`, 12 ms', '**hang**, > 8.0 s', '', 'typed: `NetworkError`, 12 ms']);
  });

  it('says of a late end when it came', () => {
    const late = cells(faultRows([{ title: 'One', cases: [fault] }], [result(fault, 'openai', 'hang', { ms: 301_000 })]));
    expect(late).toContainEqual(['9 broken off', '**hang**, 301.0 s (`TypeError`)', '', '', '']);
  });

  it('tells what a row is about', () => {
    expect(lines).toContainEqual(['36 a bomb', '7 taken', '', '', '']);
  });
});
