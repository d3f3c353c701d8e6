import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, open, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { imageBytes } from '../testing/image-fixtures.ts';
import { inputOutcome } from '../testing/input-run.ts';
import { readFile as readInPage } from './read-file.ts';

const run = promisify(execFile);

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hypotez-input-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

/** A file of the folder with this content. */
async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('the file of an input image', () => {
  it('is read by its path, whatever its name says', async () => {
    const { generation } = await inputOutcome({ images: [await file('a.txt', imageBytes('gif')), await file('%41 ü?#.png', imageBytes('webp VP8'))] });
    expect(generation?.images).toMatchObject([{ mediaType: 'image/gif', bytes: imageBytes('gif') }, { mediaType: 'image/webp', bytes: imageBytes('webp VP8') }]);
  });

  it('is found from the folder of the process, and behind links', async () => {
    const path = await file('a.png', imageBytes('png'));
    await symlink(path, join(folder, 'link'));
    const { generation } = await inputOutcome({ images: [relative(process.cwd(), path), join(folder, 'link')] });
    expect(generation?.images.map(({ bytes }) => bytes)).toEqual([imageBytes('png'), imageBytes('png')]);
  });
});

describe('a path that leads to no image', () => {
  it.each<[string, () => Promise<string> | string, string]>([
    ['nothing', () => join(folder, 'missing.png'), 'there is no such file'],
    ['nothing in a file', async () => join(await file('a.png', imageBytes('png')), 'b.png'), 'there is no such file'],
    ['nothing by a name that is too long', () => join(folder, `${'x'.repeat(300)}.png`), 'there is no such file'],
    ['a folder', () => folder, 'it is a folder'],
    ['a folder inside', async () => { await mkdir(join(folder, 'b')); return join(folder, 'b'); }, 'it is a folder'],
    ['an empty file', () => file('a.png', ''), 'it is empty'],
    ['a file of the system that says nothing of its size', () => '/proc/self/environ', 'it is empty'],
    ['a page', () => file('a.png', '<html>CANARY-content</html>'), 'instead of an image came an HTML page'],
    ['a drawing', () => file('a.svg', '<svg>CANARY-content</svg>'), 'instead of an image came an SVG or XML document'],
    ['half an image', () => file('a.png', imageBytes('png').subarray(0, 60)), 'the image (image/png, 60 bytes) is cut short'],
    ['a device that never ends', () => '/dev/zero', 'it is no file, but a device, a pipe or a socket'],
    ['a terminal of nobody', () => '/dev/tty', 'it is no file, but a device, a pipe or a socket'],
    ['a pipe to which nobody writes', async () => { const path = join(folder, 'pipe'); await run('mkfifo', [path]); return path; }, 'it is no file, but a device, a pipe or a socket'],
    ['a socket', async () => {
      const [path, server] = [join(folder, 'socket'), createServer()];
      await new Promise<void>((resolve) => server.listen(path, resolve));
      onTestFinished(() => new Promise<void>((resolve) => server.close(() => { resolve(); })));
      return path;
    }, 'it is no file, but a device, a pipe or a socket'],
    ['itself', async () => { const path = join(folder, 'circle'); await symlink(path, path); return path; }, 'its links lead round in a circle'],
    ['a name with a zero in it', () => 'a\0.png', 'it is no path'],
  ])('but to %s says so', async (_what, make, reason) => {
    const path = await make();
    const { generation, error } = await inputOutcome({ images: [imageBytes('png'), path] });
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({ billed: 'no', retryable: false, problems: [{ field: 'images[1]', allowed: 'a whole PNG, JPEG, WebP, GIF or AVIF image' }] });
    const [problem] = error instanceof InvalidRequestError ? error.problems : [];
    expect(problem?.value).toMatch(/^".+"? \(.+\)$/u);
    expect(problem?.value).toContain(`(${reason})`);
    expect(String(error)).not.toContain('CANARY');
    expect(generation).toBeUndefined();
  });

  it('is not read when it is larger than an image may be', async () => {
    const path = await file('a.png', imageBytes('png'));
    const handle = await open(path, 'r+');
    // Has no blocks on the disk; whoever read it would need 8 GiB.
    await handle.truncate(8 * 1024 ** 3);
    await handle.close();
    const before = process.memoryUsage().arrayBuffers;
    const { error } = await inputOutcome({ mask: path, images: [imageBytes('png')] });
    expect(error).toMatchObject({ problems: [{ field: 'mask', value: `${JSON.stringify(path)} (it has 8589934592 bytes, more than 104857600 (limits.imageBytes))` }] });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1024 ** 2);
  });

  it('is held to the limit of the application, which counts to the byte', async () => {
    const path = await file('a.png', imageBytes('png'));
    const { length } = imageBytes('png');
    expect((await inputOutcome({ images: [path] }, { limits: { imageBytes: length } })).error).toBeUndefined();
    expect((await inputOutcome({ images: [path] }, { limits: { imageBytes: length - 1 } })).error).toMatchObject({ code: 'invalid_request', message: expect.stringContaining(`it has ${length.toString()} bytes, more than ${(length - 1).toString()}`) as string });
    expect((await inputOutcome({ images: [path] }, { limits: { imageSide: 6 } })).error).toMatchObject({ code: 'invalid_request', message: expect.stringContaining('the image claims to be 7 × 5 pixels') as string });
  });

  it('of others may not be read by everybody', async () => {
    const path = await file('secret.png', imageBytes('png'));
    // As another user: root may read everything.
    const program = `
      import { readFile } from './read-file.node.ts';
      process.setuid?.(65534);
      await readFile(${JSON.stringify(path)}, 1000, new AbortController().signal).then(() => console.log('read'), (error) => console.log(error.message));
    `;
    await run('chmod', ['700', folder]);
    const isRoot = process.getuid?.() === 0;
    if (!isRoot) await run('chmod', ['000', path]);
    const { stdout } = await run(process.execPath, ['--experimental-strip-types', '--conditions', '@hypotez/source', '--input-type', 'module', '--eval', program], { cwd: import.meta.dirname });
    expect(stdout.trim()).toBe('it may not be read');
  });

  it('because there are no files in a page says what to give instead', async () => {
    await expect(readInPage('a.png', 1000, new AbortController().signal)).rejects.toThrow('a page or worker cannot read the files of a machine: give the bytes, a Blob or a URL');
  });

  it('but holds a picture itself is told how to, and repeats nothing of it', async () => {
    const base64 = Buffer.from(imageBytes('png')).toString('base64');
    for (const text of [base64, `${base64.slice(0, 76)}\n${base64.slice(76)}`, 'x'.repeat(5000)]) {
      const { error } = await inputOutcome({ images: [text] });
      expect(error).toMatchObject({ problems: [{ field: 'images[0]', value: `a text of ${text.length.toString()} characters (base64 needs data:image/png;base64, before it)` }] });
      expect(JSON.stringify(error) + String(error)).not.toContain(text.slice(0, 20));
    }
  });

  it.each(['file:///tmp/a.png', 'blob:https://example.com/1', 'ftp://example.com/a.png'])('but is the URL %s is told so', async (url) => {
    for (const input of [url, new URL(url)]) {
      const { error } = await inputOutcome({ images: [input] });
      expect(error).toMatchObject({ problems: [{ value: expect.stringContaining('(a URL has to be one of http:, https: or data:; a file is given by its path)') as string }] });
    }
  });
});

describe('the files of input images', () => {
  it('are closed again, whatever came of them', async () => {
    const openFiles = async (): Promise<number> => (await readdir('/proc/self/fd')).length;
    const images = [await file('a.png', imageBytes('png')), await file('page.png', '<html>'), folder, '/dev/zero', join(folder, 'missing.png')];
    await inputOutcome({ images });
    const before = await openFiles();
    for (let time = 0; time < 5; time += 1) await inputOutcome({ images });
    expect(await openFiles()).toBe(before);
  });

  it('are not even opened when the run was ended before', async () => {
    const { generation, error } = await inputOutcome({ images: [join(folder, 'missing.png')], signal: AbortSignal.abort('enough') });
    expect(error).toMatchObject({ code: 'aborted', cause: 'enough', billed: 'no' });
    expect(generation).toBeUndefined();
  });
});
