import { describe, expect, it } from 'vitest';
import { pythonRepr, pythonText } from './python-repr.ts';
import { PythonFloat } from './python-value.ts';

describe('pythonRepr', () => {
  it.each([
    ['dark', "'dark'"],
    ["It's", `"It's"`],
    [`"It's"`, `'"It\\'s"'`],
    ['a\\b\n\t', "'a\\\\b\\n\\t'"],
    ['é 😀', "'é 😀'"],
    ['\u0000\u007f\u00a0\u2028', "'\\x00\\x7f\\xa0\\u2028'"],
  ])('quotes %j as Python does', (text, written) => {
    expect(pythonRepr(text)).toBe(written);
  });

  it('writes the other values of Python', () => {
    expect(pythonRepr({ a: [1, new PythonFloat(2), true, null] })).toBe("{'a': [1, 2.0, True, None]}");
  });
});

describe('pythonText', () => {
  it('leaves a text as it is', () => {
    expect(pythonText("It's")).toBe("It's");
    expect(pythonText([1])).toBe('[1]');
  });
});
