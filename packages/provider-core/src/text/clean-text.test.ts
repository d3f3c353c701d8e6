import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';

const character = (...codePoints: number[]): string => String.fromCodePoint(...codePoints);
const ESCAPE = character(0x1b);

/** Every character that a terminal, a log or an eye could be misled by. */
const DANGEROUS = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Beginnings, middles and ends of sequences, and characters that do not show: put together in any order. */
const fragment = fc.oneof(
  fc.constantFrom('\n', '\r', '\t', '\b', ' ', ESCAPE, `${ESCAPE}[31m`, `${ESCAPE}[`, `${ESCAPE}]0;title`, `${ESCAPE}P`, `${ESCAPE}_G`, `${ESCAPE}^`, `${ESCAPE}X`, `${ESCAPE}\\`, `${ESCAPE}c`, `${ESCAPE}(B`, '[2J', ']8;;', '\\'),
  fc.integer({ min: 0, max: 0x9f }).map((point) => character(point)),
  fc.constantFrom(0x61c, 0x200b, 0x200d, 0x200e, 0x202e, 0x2066, 0x2069, 0x2060, 0xfeff, 0xfe0f, 0xad, 0x115f, 0x3164, 0x2028, 0x2029, 0xe0041, 0xe0101, 0xd83d, 0xde00, 0x1f600, 0x301).map((point) => character(point)),
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.string({ maxLength: 4 }),
);
const hostileText = fc.array(fragment, { maxLength: 16 }).map((parts) => parts.join(''));

/** Sequences that are whole, by what a terminal would do: all of each has to go. */
const sequence = fc.oneof(
  fc.tuple(fc.constantFrom(`${ESCAPE}[`, character(0x9b)), fc.stringMatching(/^[0-?]{0,6}[ -/]{0,2}$/u), fc.stringMatching(/^[@-~]$/u)),
  fc.tuple(fc.constantFrom('P', 'X', ']', '^', '_').map((kind) => ESCAPE + kind), fc.string({ unit: 'grapheme', maxLength: 8 }), fc.constantFrom(character(7), character(0x9c), `${ESCAPE}\\`)),
  fc.tuple(fc.constantFrom(0x90, 0x98, 0x9d, 0x9e, 0x9f).map((point) => character(point)), fc.string({ unit: 'grapheme', maxLength: 8 }), fc.constant(character(0x9c))),
  fc.tuple(fc.constant(ESCAPE), fc.constantFrom('', '(', '#', ' '), fc.constantFrom('c', '7', '=', 'B', 'F')),
  fc.tuple(fc.constantFrom(0, 8, 0x7f, 0x85, 0x200b, 0x200f, 0x202e, 0x2067, 0xfe0f, 0xfeff, 0xe0041).map((point) => character(point))),
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

  it('takes character sets, resets and whole messages to other programs out', () => {
    expect(cleanText(`a${ESCAPE}(0b${ESCAPE}cc${ESCAPE}P1$r0m${ESCAPE}\\d${ESCAPE}_Gf=100;QUJD${ESCAPE}\\e${character(0x90)}q${character(0x9c)}f${ESCAPE}#8g`)).toBe('abcdefg');
  });

  it('shows no beginning of a sequence that is cut off', () => {
    expect(cleanText(`a${ESCAPE}[38;5`)).toBe('a');
    expect(cleanText(`${`${ESCAPE}[31m`.repeat(100)}b`, 10)).toBe('');
  });

  it('takes variations, fillers and tags out, which hide text inside text', () => {
    expect(cleanText(`a${character(0xfe01)}b${character(0xe0101)}c${character(0x3164)}d${character(0xe0041)}e${character(0xad)}f`)).toBe('abcdef');
  });

  it('lets nothing out of 80,000 hostile texts that steers, reorders or hides, keeps to the length, and changes nothing the second time', () => {
    fc.assert(fc.property(hostileText, fc.integer({ min: 1, max: 40 }), (text, maximum) => {
      const cleaned = cleanText(text, maximum);
      // Plain comparisons: `expect` for each of so many took longer than the rest.
      if (DANGEROUS.test(cleaned) || cleaned.length > maximum || cleaned !== cleaned.trim() || /\s\s|[^\S ]/u.test(cleaned) || cleanText(cleaned, maximum) !== cleaned) {
        expect.fail(`${JSON.stringify(text)} became ${JSON.stringify(cleaned)}`);
      }
    }), { numRuns: 80_000 });
  }, 60_000);

  it('leaves the words of 20,000 texts between sequences as they are, and nothing else', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter((text) => !DANGEROUS.test(text) && !/\s/u.test(text));
    fc.assert(fc.property(fc.array(fc.tuple(word, sequence), { maxLength: 8 }), (parts) => {
      const cleaned = cleanText(parts.flat().join(''));
      if (cleaned !== parts.map(([text]) => text).join('')) expect.fail(`${JSON.stringify(parts)} became ${JSON.stringify(cleaned)}`);
    }), { numRuns: 20_000 });
  }, 60_000);

  it('caps at 2048 characters and shows that something is missing', () => {
    const cleaned = cleanText('x'.repeat(3000));
    expect(cleaned).toHaveLength(2048);
    expect(cleaned.endsWith('x…')).toBe(true);
    expect(cleanText('x'.repeat(2048))).toBe('x'.repeat(2048));
  });

  it('does not cut a character in two', () => {
    expect(cleanText('😀😀😀', 4)).toBe('😀…');
    expect(cleanText('ab cdef', 4)).toBe('ab…');
  });

  it('does not look at more of a hostile megabyte than it may show', () => {
    expect(cleanText(`${' '.repeat(1_000_000)}x`, 10)).toBe('');
  });
});
