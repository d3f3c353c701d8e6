import { describe, expect, it } from 'vitest';
import { parseJson } from './parse-json.ts';
import { propertyOf } from './property-of.ts';

describe('parseJson', () => {
  it('gives the value of every JSON text', () => {
    expect([parseJson('{"a":[1]}'), parseJson('null'), parseJson('""')]).toEqual([{ a: [1] }, null, '']);
  });

  it('gives nothing for a text that is no JSON', () => {
    expect([parseJson(''), parseJson('{"a":'), parseJson('NaN'), parseJson('<html>')]).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('propertyOf', () => {
  it('reads objects and lists', () => {
    expect([propertyOf({ a: 1 }, 'a'), propertyOf(['x'], 0)]).toEqual([1, 'x']);
  });

  it('finds nothing in what is no object', () => {
    expect([propertyOf(null, 'a'), propertyOf('text', 'length'), propertyOf(undefined, 'a'), propertyOf(5, 'toFixed')]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('finds nothing behind a getter that throws', () => {
    const hostile = Object.defineProperty({}, 'message', { get: () => { throw new Error('trap'); } });
    expect(propertyOf(hostile, 'message')).toBeUndefined();
  });
});
