import { describe, expect, it } from 'vitest';
import { table } from './report.ts';

describe('the report', () => {
  it('says with which command it was made, and which promise is kept', () => {
    const text = table([{ title: 'Row', measurements: [{ what: 'ms', ours: '2', promise: { target: 'at most 1', isMet: false } }] }], 'npm run bench');
    expect(text).toContain('`npm run bench` on ');
    expect(text.split('\n').at(-1)?.split('|').map((cell) => cell.trim())).toEqual(['', 'ms', '2', '', '', '', '', 'at most 1', 'no', '']);
  });
});
