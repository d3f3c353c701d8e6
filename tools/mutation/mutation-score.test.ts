import { describe, expect, it } from 'vitest';
import { mutationScore } from './mutation-score.ts';

describe('mutationScore', () => {
  it('counts a test that failed and one that never ended as noticed, and what no test runs as not', () => {
    const outcomes = ['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage'].map((status) => ({ file: 'a.ts', status }));
    expect(mutationScore(outcomes)).toEqual({ killed: 2, timedOut: 1, survived: 1, uncovered: 1, noticed: 0.6 });
  });

  it('leaves out what could not be run or was left alone on purpose', () => {
    expect(mutationScore([{ file: 'a.ts', status: 'Ignored' }, { file: 'a.ts', status: 'CompileError' }])).toMatchObject({ noticed: 1, survived: 0 });
  });
});
