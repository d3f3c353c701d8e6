import { expect, it } from 'vitest';
import { textTable } from './text-table.ts';

it('puts cells below each other, wide characters and short rows included', () => {
  expect(textTable([['Prompt', '日本', 'x'], ['Seed', '1234567', 'y'], ['']])).toEqual([
    'Prompt  日本     x',
    'Seed    1234567  y',
    '',
  ]);
});
