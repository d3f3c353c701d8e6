import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, unescapeText } from './escape-text.ts';

describe('escapeText', () => {
  it('leaves ordinary text as it is', () => {
    const text = 'C:\\users "лиса" <b> & 🦊\n\tend';
    expect(escapeText(text)).toBe(text);
  });

  it.each([
    ['\u0000', String.raw`\u0000`],
    ['\r\n', String.raw`\u000d` + '\n'],
    ['\u001b[31m', String.raw`\u001b[31m`],
    ['\u009b', String.raw`\u009b`],
    ['\uffff', String.raw`\uffff`],
    ['a\ud83e', String.raw`a\ud83e`],
    [String.raw`\u0041`, String.raw`\u005cu0041`],
    [String.raw`\u12`, String.raw`\u12`],
  ])('writes %j as %s', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });

  it('loses nothing, of texts that look like escapes neither', () => {
    const pieces = fc.constantFrom('\\', 'u', '0', 'd83e', '\\u', '\u0000', '\r', '\ud800', '\uffff', 'a', '\n');
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.array(pieces).map((parts) => parts.join('')));
    fc.assert(fc.property(texts, (text) => {
      const escaped = escapeText(text);
      expect(unescapeText(escaped)).toBe(text);
      expect(escaped).not.toMatch(/(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/u);
    }), { numRuns: 2000 });
  });
});
