import { mkdirSync, readFileSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseImage } from '@hypotez/provider-core/parse-image';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutputError } from '../errors/output-error.ts';
import { temporaryFolder } from '../testing/fake-io.ts';
import { PIXEL } from '../testing/fake-plugin.ts';
import { defaultName } from './default-name.ts';
import { fitExtension } from './fit-extension.ts';
import { openTarget } from './open-target.ts';
import { writePicture, type WrittenPicture } from './write-picture.ts';

/** What leads out of a folder, means something else on some system, does not show, or is far too long. */
const hostile = fc.array(
  fc.oneof(
    fc.constantFrom('../', '..\\', '/', '\\', '/etc/passwd', 'C:\\', 'a:b', '~', '\0', '\n', '\u001b[2J', '\u202e', '\u200b', '.', '..', ' ', '...', '-', '--', '*', '?', '%2e%2e%2f', '$(x)', '`x`'),
    fc.constantFrom('CON', 'nul', 'COM1', 'LPT9.txt', '.htaccess', 'fox.png', 'fox.png.', 'fox.exe', 'ＣＯＮ', '．．／', '∕', '🦊'.repeat(75), 'x'.repeat(300), 'é', 'ﬁ'),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.string({ maxLength: 8 }),
  ),
  { maxLength: 6 },
).map((parts) => parts.join(''));

const file = parseImage(PIXEL);
const date = new Date(2026, 10, 25, 12, 0, 0);

/** What was written lies in the folder, is whole, and everything that lay there before is as it was. */
function expectAddition(folder: string, before: ReadonlyMap<string, string>, { path }: WrittenPicture): void {
  expect(dirname(path)).toBe(folder);
  expect(dirname(realpathSync(path))).toBe(realpathSync(folder));
  expect(new Uint8Array(readFileSync(path))).toEqual(PIXEL);
  expect(readdirSync(folder)).toHaveLength(before.size + 1);
  for (const [name, content] of before) expect(readFileSync(join(folder, name), 'latin1')).toBe(content);
}

function contentOf(folder: string): ReadonlyMap<string, string> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

describe('the name of a picture', () => {
  it('is one plain word for 100,000 hostile prompts', () => {
    fc.assert(fc.property(hostile, (prompt) => {
      const { stem, extension } = fitExtension(defaultName({ prompt, date, bytes: PIXEL }), 'png');
      if (!/^20261125-120000-[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?-[0-9a-f]{8}$/u.test(stem) || extension !== '.png') expect.fail(`${JSON.stringify(prompt)} is called ${JSON.stringify(stem + extension)}`);
    }), { numRuns: 100_000 });
  }, 60_000);

  it('leads nowhere but into the folder, also into one that is a link, and over nothing', () => {
    const real = temporaryFolder();
    const folder = join(temporaryFolder(), 'link');
    symlinkSync(real, folder);
    fc.assert(fc.property(hostile, (prompt) => {
      const before = contentOf(folder);
      expectAddition(folder, before, writePicture(openTarget('link', dirname(folder)), file, { prompt, date }));
    }), { numRuns: 60 });
  });

  it('leads into the folder also when it was asked for, or is refused', () => {
    fc.assert(fc.property(hostile, (text) => {
      const wanted = text.replaceAll('/', '');
      fc.pre(!/^\.{0,2}$/u.test(wanted));
      const outside = temporaryFolder();
      const folder = join(outside, 'pictures');
      mkdirSync(folder);
      writeFileSync(join(folder, 'fox.png'), 'precious');
      const before = contentOf(folder);
      try {
        expectAddition(folder, before, writePicture(openTarget(wanted, folder), file, { prompt: 'a fox', date }));
      } catch (thrown) {
        if (!(thrown instanceof OutputError)) throw thrown;
        expect(contentOf(folder)).toEqual(before);
      }
      expect(readdirSync(outside)).toEqual(['pictures']);
    }), { numRuns: 150 });
  });
});
