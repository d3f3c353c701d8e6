import { describe, expect, it } from 'vitest';
import { batchLabel, numberAt } from './picture-batch.ts';

describe('batchLabel', () => {
  it.each([
    [{ index: 1, count: 1, total: 1 }, undefined, undefined],
    [{ index: 3, count: 1, total: 5 }, undefined, 'Picture 3 of 5'],
    [{ index: 3, count: 1 }, undefined, 'Picture 3'],
    [{ index: 1, count: 4, total: 4 }, undefined, 'Pictures 1 to 4 of 4'],
    [{ index: 11, count: 2, total: 12 }, undefined, 'Pictures 11, 12 of 12'],
    [{ index: 1, count: 9, total: 9 }, [1, 3, 4, 5, 8], 'Pictures 2, 4 to 6, 9 of 9'],
    [{ index: 6, count: 3 }, [0, 2], 'Pictures 6, 8'],
    [{ index: 6, count: 3, total: 8 }, [1], 'Picture 7 of 8'],
  ])('of %j and %j is %j', (batch, positions, label) => {
    expect(batchLabel(batch, positions)).toBe(label);
  });
});

describe('numberAt', () => {
  it('counts on from the first picture of the batch', () => {
    expect(numberAt({ index: 11, count: 5, total: 20, line: 3 }, 4)).toEqual({ index: 15, total: 20, line: 3 });
  });
});
