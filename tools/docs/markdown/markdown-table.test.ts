import { describe, expect, it } from 'vitest';
import { markdownTable } from './markdown-table.ts';

describe('markdownTable', () => {
  it('aligns its columns and fills in what is missing', () => {
    expect(markdownTable(['what', 'a'], [['x', 'long'], ['y']]).split('\n')).toEqual([
      '| what | a    |',
      '| ---- | ---- |',
      '| x    | long |',
      '| y    |      |',
    ]);
  });
});
