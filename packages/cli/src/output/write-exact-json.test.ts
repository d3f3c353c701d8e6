import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FakeStream } from '../testing/fake-io.ts';
import { writeExactJson } from './write-exact-json.ts';

function written(value: unknown): string {
  const stream = new FakeStream();
  writeExactJson(stream, value);
  return stream.text;
}

describe('writeExactJson', () => {
  it('writes what a terminal would obey as escapes', () => {
    expect(written({ prompt: 'a\u001b[31m\u009b\u202e\u{e0001}é' })).toBe('{"prompt":"a\\u001b[31m\\u009b\\u202e\\udb40\\udc01é"}\n');
  });

  it('writes what hides text as escapes', () => {
    expect(written('a\ufe0f\u3164b')).toBe('"a\\ufe0f\\u3164b"\n');
  });

  it('changes no text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(JSON.parse(written({ text }))).toEqual({ text });
    }));
  });
});
