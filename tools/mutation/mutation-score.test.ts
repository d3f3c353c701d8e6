import { describe, expect, it } from 'vitest';
import { mutationScore, noticedPart } from './mutation-score.ts';

describe('mutationScore', () => {
  it('counts a test that failed and one that never ended as noticed, and what no test runs as not', () => {
    const outcomes = ['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage'].map((status) => ({ file: 'a.ts', status }));
    expect(mutationScore(outcomes)).toEqual({ failed: 2, endless: 1, unnoticed: 2 });
    expect(noticedPart(mutationScore(outcomes))).toBe(0.6);
  });

  it('leaves out what could not be run or was left alone on purpose', () => {
    const score = mutationScore([{ file: 'a.ts', status: 'Ignored' }, { file: 'a.ts', status: 'CompileError' }]);
    expect(score).toEqual({ failed: 0, endless: 0, unnoticed: 0 });
    expect(noticedPart(score)).toBe(1);
  });
});
