import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseImage } from '@hypotez/provider-core/parse-image';
import { describe, expect, it } from 'vitest';
import { OutputError } from '../errors/output-error.ts';
import { temporaryFolder } from '../testing/fake-io.ts';
import { PIXEL } from '../testing/fake-plugin.ts';
import { temporaryPath, withTemporaryFile } from './temporary-file.ts';
import { writePicture } from './write-picture.ts';

const file = parseImage(PIXEL);
const origin = { prompt: 'a fox', date: new Date(2026, 11, 31, 23, 59, 58) };

describe('writePicture', () => {
  it('names a picture after time, prompt and content', () => {
    const folder = temporaryFolder();
    const { path } = writePicture({ folder }, file, origin);
    expect(path).toMatch(/\/20261231-235958-a-fox-[0-9a-f]{8}\.png$/u);
    expect(writePicture({ folder }, file, origin).path).toBe(path.replace('.png', '-2.png'));
  });

  it('corrects an extension that the bytes do not have, and says so', () => {
    const folder = temporaryFolder();
    const { path, notices } = writePicture({ folder, name: 'fox.webp' }, file, origin);
    expect(path).toBe(join(folder, 'fox.png'));
    expect(notices).toEqual(['The picture is a PNG, so it is called fox.png and not fox.webp.']);
  });

  it('numbers the pictures of one command, but not those that are named after their content', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'fox-2.png'), 'precious');
    expect(writePicture({ folder, name: 'fox.png' }, file, { ...origin, index: 1 }).path).toBe(join(folder, 'fox.png'));
    const second = writePicture({ folder, name: 'fox.png' }, file, { ...origin, index: 2 });
    expect(second).toEqual({ path: join(folder, 'fox-2-2.png'), notices: ['fox-2.png exists already, so the picture is called fox-2-2.png.'] });
    expect(writePicture({ folder, name: 'fox' }, file, { ...origin, index: 3 }).path).toBe(join(folder, 'fox-3.png'));
    expect(writePicture({ folder }, file, { ...origin, index: 4 }).path).toMatch(/-a-fox-[0-9a-f]{8}\.png$/u);
  });

  it('replaces nothing, neither a file nor a folder nor a link to nowhere', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'fox.png'), 'precious');
    mkdirSync(join(folder, 'fox-2.png'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'fox-3.png'));
    expect(writePicture({ folder, name: 'fox.png' }, file, origin).path).toBe(join(folder, 'fox-4.png'));
    expect(readFileSync(join(folder, 'fox.png'), 'utf8')).toBe('precious');
    expect(readdirSync(folder).sort()).toEqual(['fox-2.png', 'fox-3.png', 'fox-4.png', 'fox.png']);
  });

  it('fails with an OutputError when the folder is gone', () => {
    expect(() => writePicture({ folder: join(temporaryFolder(), 'gone') }, file, origin)).toThrow(OutputError);
  });
});

describe('withTemporaryFile', () => {
  it('has written everything before the file gets its name', () => {
    const folder = temporaryFolder();
    const path = temporaryPath(folder, 'fox.png');
    withTemporaryFile(path, PIXEL, () => {
      expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\.fox\.png\.[0-9a-f]{8}\.part$/u)]);
      expect(new Uint8Array(readFileSync(path))).toEqual(PIXEL);
    });
  });

  it('leaves nothing when something goes wrong', () => {
    const folder = temporaryFolder();
    expect(() => withTemporaryFile(temporaryPath(folder, 'fox.png'), PIXEL, () => { throw new Error('stop'); })).toThrow('stop');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('writes through nothing that lies there already', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'taken');
    writeFileSync(path, 'precious');
    expect(() => { withTemporaryFile(path, PIXEL, () => undefined); }).toThrow('EEXIST');
    expect(readFileSync(path, 'utf8')).toBe('precious');
  });
});
