import { describe, expect, it } from 'vitest';
import { parsePythonJson } from './parse-python-json.ts';

describe('parsePythonJson', () => {
  it.each([
    ['[NaN]', [null]],
    ['[-Infinity, Infinity, 1]', [null, null, 1]],
    ['{"a": NaN, "b": "NaN and -Infinity"}', { a: null, b: 'NaN and -Infinity' }],
    [String.raw`["a \" NaN", NaN]`, ['a " NaN', null]],
    ['NaN', null],
    ['"NaN"', 'NaN'],
    ['null', null],
    ['[1e400]', [Number.POSITIVE_INFINITY]],
  ])('reads %s', (text, expected) => {
    expect(parsePythonJson(text)).toEqual(expected);
  });

  it.each(['', '[', '{"a": NaN', 'undefined', '[NaNa]', "{'a': 1}", '<html>', '[1,]'])('finds no JSON in %j', (text) => {
    expect(parsePythonJson(text)).toBeUndefined();
  });

  it.each([
    ['a picture that was cut', `{"a": NaN, "url": "data:image/png;base64,${'A'.repeat(20_000_000)}`],
    ['escaped quotes', `[NaN, "${String.raw`\"`.repeat(500_000)}`],
    ['quotes', `[NaN${'"'.repeat(1_000_001)}`],
    ['numbers', `[${'NaN,'.repeat(500_000)}`],
  ])('finds no JSON in millions of characters of %s, in linear time', (_name, text) => {
    const start = performance.now();
    expect(parsePythonJson(text)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('makes __proto__ a key like any other', () => {
    const value = parsePythonJson('{"__proto__": {"polluted": true}, "constructor": 1}');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});
