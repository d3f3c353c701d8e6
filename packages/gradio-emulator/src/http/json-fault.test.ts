import { describe, expect, it } from 'vitest';
import { findJsonFault } from './json-fault.ts';

describe('findJsonFault', () => {
  it.each([
    ['hello', 0, 'Expecting value'],
    ['{"data":', 8, 'Expecting value'],
    ['{', 1, 'Expecting property name enclosed in double quotes'],
    ['{"a": 1, }', 9, 'Expecting property name enclosed in double quotes'],
    ['{"data": [1, 2', 14, "Expecting ',' delimiter"],
    ['{"data": ["a",]}', 14, 'Expecting value'],
    ['{"data" [1]}', 8, "Expecting ':' delimiter"],
    ['{"data": "a', 9, 'Unterminated string starting at'],
    ['{"data": 1} x', 12, 'Extra data'],
  ])('says of %s what Python says', (text, offset, reason) => {
    expect(findJsonFault(text)).toEqual({ offset, reason });
  });

  it('finds none in JSON, nor in what Python takes for it', () => {
    expect(findJsonFault(' {"a": [1.5e3, -0, "\\u00e9", true, null, {}, []]} ')).toBeUndefined();
    expect(findJsonFault('[NaN, -Infinity]')).toBeUndefined();
  });
});
