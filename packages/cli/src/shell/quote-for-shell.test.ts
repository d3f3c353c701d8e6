import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInstalled } from '../testing/is-installed.ts';
import { quoteForShell } from './quote-for-shell.ts';

const HARD = ['', ' ', '-n', '--', '~', '=ls', '*', '$HOME', '`id`', '!!', '\\', `'`, `''`, '"', `\\'`, 'a\nb', '\n', 'a\n', '#x', '%1', '{a,b}', '(', ';', '&', '|', '<', '>', '\t', '\r\n', '\u001b[31m', '\u009b', '\u202eevil', '\u202e""(', '\u202e"a"b)', '\u2028', '👩‍🚀', '日本', 'a\\', '\\n', '\u0001\n\u0001', '\t$HOME', '\t\n$'];

/** What a shell makes of words: each of them behind a mark. */
function words(shell: string, texts: readonly string[]): readonly string[] {
  const script = `printf '%s\\0' ${texts.map((text) => quoteForShell(text)).join(' ')}`;
  return execFileSync(shell, ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

describe('quoteForShell', () => {
  it.each([
    ['fox.png', 'fox.png'],
    ['a fox', `'a fox'`],
    [`it's`, String.raw`'it'\''s'`],
    ['C:\\x', String.raw`'C:'\\'x'`],
    ['two\nlines', `'two\nlines'`],
    ['\u001b[31m', String.raw`"$(printf '\033')"'[31m'`],
    ['', `''`],
  ])('writes %j as %s', (text, quoted) => {
    expect(quoteForShell(text)).toBe(quoted);
  });

  it('shows no character that steers a terminal', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(quoteForShell(text) ?? '').not.toMatch(/(?!\n)\p{Cc}|\p{Cs}|[\u202A-\u202E\u2066-\u2069]/u);
    }));
  });

  it.each(['a\0b', '\ud800'])('has no form for %j', (text) => {
    expect(quoteForShell(text)).toBeUndefined();
  });

  // A shell that this machine lacks is listed as skipped.
  for (const shell of ['sh', 'bash', 'zsh', 'fish']) describe.skipIf(shell !== 'sh' && !isInstalled(shell))(`in ${shell}`, () => {
    it('keeps every hard word', () => {
      expect(words(shell, HARD)).toEqual(HARD);
    });

    it('keeps any words', () => {
      const word = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(`'`, '"', '\\', '$', '`', '!', '\n', ' ', '\t', '-', '~', '*', '#', ';', '&', '|', '(', '{', '<', '\u001b', '\u202e', 'é') }));
      fc.assert(fc.property(fc.array(word.filter((text) => quoteForShell(text) !== undefined), { minLength: 20, maxLength: 40 }), (texts) => {
        expect(words(shell, texts)).toEqual(texts);
      }), { numRuns: 30 });
    });
  });
});
