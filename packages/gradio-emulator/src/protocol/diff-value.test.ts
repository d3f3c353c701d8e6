import { describe, expect, it } from 'vitest';
import { diffValue } from './diff-value.ts';
import { PythonFloat, type PythonValue } from './python-value.ts';

const diff = (old: PythonValue, next: PythonValue) => diffValue(old, next, true);

describe('diffValue', () => {
  it('finds nothing between equal values', () => {
    expect(diff({ a: [1, 'x', null] }, { a: [1, 'x', null] })).toEqual([]);
    expect(diff(1, new PythonFloat(1))).toEqual([]);
  });

  it('appends to a text that grows, and replaces any other', () => {
    expect(diff('daw', 'dawn')).toEqual([['append', [], 'n']]);
    expect(diff('dawn', 'dusk')).toEqual([['replace', [], 'dusk']]);
    expect(diff('dawn', 'daw')).toEqual([['replace', [], 'daw']]);
  });

  it('replaces values of another type as a whole', () => {
    expect(diff({ a: 1 }, [1])).toEqual([['replace', [], [1]]]);
    expect(diff(null, 'x')).toEqual([['replace', [], 'x']]);
  });

  it('goes into objects and lists', () => {
    expect(diff({ path: '/a', url: null, size: 3 }, { path: '/b', url: null, name: 'n' })).toEqual([
      ['replace', ['path'], '/b'],
      ['delete', ['size'], null],
      ['add', ['name'], 'n'],
    ]);
    expect(diff([{ t: 'a' }], [{ t: 'ab' }, 2])).toEqual([
      ['append', [0, 't'], 'b'],
      ['add', [1], 2],
    ]);
  });

  it('deletes list members so that the edits can be applied in order', () => {
    expect(diff([1, 2, 3, 4], [1])).toEqual([
      ['delete', [1], null],
      ['delete', [1], null],
      ['delete', [1], null],
    ]);
  });

  it('numbers deletions without a thought before 5.49', () => {
    expect(diffValue([1, 2, 3], [1], false)).toEqual([
      ['delete', [1], null],
      ['delete', [2], null],
    ]);
  });
});
