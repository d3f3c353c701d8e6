import { describe, expect, it } from 'vitest';
import { PythonFloat } from './python-value.ts';
import { writeJsonAsDumps, writeJsonAsOrjson } from './write-json.ts';

describe('writeJsonAsDumps', () => {
  it('puts a space after commas and colons', () => {
    expect(writeJsonAsDumps({ a: [1, 'b', null], c: true })).toBe('{"a": [1, "b", null], "c": true}');
  });

  it('is pure ASCII', () => {
    expect(writeJsonAsDumps('é😀\u007f"\n')).toBe('"\\u00e9\\ud83d\\ude00\\u007f\\"\\n"');
  });

  it('writes what is not JSON as Python does', () => {
    expect(writeJsonAsDumps([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])).toBe(
      '[NaN, Infinity, -Infinity]',
    );
  });

  it.each([
    [0.00001, '1e-05'],
    [0.00025, '0.00025'],
    [1.5e-7, '1.5e-07'],
    [4.5, '4.5'],
    [1024, '1024'],
    [-0.00002, '-2e-05'],
    [-0, '-0.0'],
  ])('writes %d as %s', (value, text) => {
    expect(writeJsonAsDumps(value)).toBe(text);
  });
});

describe('writeJsonAsOrjson', () => {
  it('is compact and raw', () => {
    expect(writeJsonAsOrjson({ a: ['é', 1], b: undefined })).toBe('{"a":["é",1]}');
  });

  it('writes null for what is not finite', () => {
    expect(writeJsonAsOrjson([Number.NaN, Number.POSITIVE_INFINITY])).toBe('[null,null]');
  });

  it('keeps the point of a float', () => {
    expect(writeJsonAsOrjson([new PythonFloat(10), new PythonFloat(0.5), 10])).toBe('[10.0,0.5,10]');
  });
});
