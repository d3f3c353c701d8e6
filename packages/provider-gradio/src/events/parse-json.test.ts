import { describe, expect, it } from 'vitest';
import { NOT_JSON, parseJson } from './parse-json.ts';

describe('parseJson', () => {
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
    expect(parseJson(text)).toEqual(expected);
  });

  it.each(['', '[', '{"a": NaN', 'undefined', '[NaNa]', "{'a': 1}", '<html>', '[1,]'])('finds no JSON in %j', (text) => {
    expect(parseJson(text)).toBe(NOT_JSON);
  });

  it('makes __proto__ a key like any other', () => {
    const value = parseJson('{"__proto__": {"polluted": true}, "constructor": 1}');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});
