import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';

const character = (...codePoints: number[]): string => String.fromCodePoint(...codePoints);
const ESCAPE = character(0x1b);

/** Every character that a terminal, a log or an eye could be misled by. */
const DANGEROUS = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** Texts that are full of them. */
const hostileText = fc.array(
  fc.oneof(
    fc.constantFrom('\n', '\r', '\t', '\b', ' ', ESCAPE, `${ESCAPE}[31m`, `${ESCAPE}]0;title`, `${ESCAPE}P`, character(0x9b), character(0x07), character(0x85)),
    fc.constantFrom(0x200b, 0x200d, 0x202e, 0x2066, 0x2069, 0xfeff, 0xad, 0x2028, 0xe0041, 0x1f600).map((point) => character(point)),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.string({ maxLength: 6 }),
  ),
  { maxLength: 40 },
).map((parts) => parts.join(''));

describe('cleanText', () => {
  it('leaves ordinary text of any script as it is', () => {
    const text = 'A cat, 42 %: “Кот” 猫 قطة 😀 é';
    expect(cleanText(text)).toBe(text);
  });

  it('takes a whole colour sequence out, not just its first character', () => {
    expect(cleanText(`${ESCAPE}[1;31mred${ESCAPE}[0m and ${character(0x9b)}2Jempty`)).toBe('red and empty');
  });

  it('takes a whole window title out, however it ends', () => {
    expect(cleanText(`a${ESCAPE}]0;pwned${character(7)}b${ESCAPE}]8;;http://evil${ESCAPE}\\c`)).toBe('abc');
  });

  it('makes one blank of any white space, so that no second line can be forged', () => {
    expect(cleanText('first\r\n2026-01-01 ERROR\t\u2028 forged')).toBe('first 2026-01-01 ERROR forged');
  });

  it('makes one blank of blanks that only an invisible character keeps apart', () => {
    expect(cleanText(`a ${character(0x200b)} ${character(0)} b`)).toBe('a b');
  });

  it('takes reordering and zero-width characters out', () => {
    expect(cleanText(`a${character(0x202e)}b${character(0x200b)}c${character(0x2066)}d${character(0xfeff)}e`)).toBe('abcde');
  });

  it('lets no control, bidirectional, zero-width or lone surrogate character out', () => {
    fc.assert(fc.property(hostileText, fc.integer({ min: 1, max: 60 }), (text, maximum) => {
      expect(cleanText(text, maximum)).not.toMatch(DANGEROUS);
    }));
  });

  it('keeps to the length, never begins or ends with a blank, and has no two together', () => {
    fc.assert(fc.property(hostileText, fc.integer({ min: 1, max: 60 }), (text, maximum) => {
      const cleaned = cleanText(text, maximum);
      expect(cleaned.length).toBeLessThanOrEqual(maximum);
      expect(cleaned).toBe(cleaned.trim());
      expect(cleaned).not.toContain('  ');
    }));
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(hostileText, (text) => {
      const once = cleanText(text);
      expect(cleanText(once)).toBe(once);
    }));
  });

  it('caps at 2048 characters and shows that something is missing', () => {
    const cleaned = cleanText('x'.repeat(3000));
    expect(cleaned).toHaveLength(2048);
    expect(cleaned.endsWith('x…')).toBe(true);
    expect(cleanText('x'.repeat(2048))).toBe('x'.repeat(2048));
  });

  it('does not cut a character in two', () => {
    expect(cleanText('😀😀😀', 4)).toBe('😀…');
  });

  it('does not look at more of a hostile megabyte than it may show', () => {
    expect(cleanText(`${' '.repeat(1_000_000)}x`, 10)).toBe('');
  });
});
