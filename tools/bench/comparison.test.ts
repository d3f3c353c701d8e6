import { describe, expect, it } from 'vitest';
import { compare } from './comparison.ts';

const FIGURES = { what: 'ms', digits: 1, ours: [2, 6, 3], bound: [1, 4, 2], gradio: [4, 5, 4] };

describe('a comparison', () => {
  it('forms the ratio within each turn, and takes the median of these', () => {
    expect(compare(FIGURES)).toMatchObject({ ours: '3.0 (2.0-6.0)', bound: '2.0 (1.0-4.0)', gradio: '4.0 (4.0-5.0)', ratio: '1.50 (1.50-2.00)' });
  });

  it.each([
    [{ kind: 'most', ratio: 1.5 }, true],
    [{ kind: 'most', ratio: 1.4 }, false],
    [{ kind: 'least', ratio: 1.5 }, true],
    [{ kind: 'least', ratio: 1.6 }, false],
    [{ kind: 'ahead' }, true],
    [{ kind: 'under', limit: 3 }, true],
    [{ kind: 'under', limit: 2.9 }, false],
  ] as const)('judges %j as %s', (expectation, isMet) => {
    expect(compare({ ...FIGURES, expectations: [expectation] }).promise?.isMet).toBe(isMet);
  });

  it('is not ahead of @gradio/client with the same figures', () => {
    expect(compare({ ...FIGURES, ours: FIGURES.gradio, expectations: [{ kind: 'ahead' }] }).promise?.isMet).toBe(false);
  });

  it('keeps a promise only when all of its parts are kept', () => {
    const { promise } = compare({ ...FIGURES, expectations: [{ kind: 'most', ratio: 1.4 }, { kind: 'ahead' }] });
    expect(promise).toEqual({ target: 'at most 1.4 × bound, ahead of @gradio/client', isMet: false });
  });
});
