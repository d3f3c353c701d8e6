import { describe, expect, it } from 'vitest';
import { parsePythonJson } from './parse-python-json.ts';
import { PythonFloat } from './python-value.ts';

describe('parsePythonJson', () => {
  it('knows floats by how they are written', () => {
    const whole = { a: [7, new PythonFloat(7), new PythonFloat(300), new PythonFloat(0.5)] };
    expect(parsePythonJson('{"a": [7, 7.0, 3e2, 0.5]}')).toEqual(whole);
  });

  it('has no negative zero but the float', () => {
    expect(parsePythonJson('-0')).toBe(0);
    expect(parsePythonJson('-0.0')).toEqual(new PythonFloat(-0));
  });
});
