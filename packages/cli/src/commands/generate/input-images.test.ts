import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Generation } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { run } from '../../command-line/run.ts';
import { readMetadata } from '../../metadata/read-metadata.ts';
import { fakeIo } from '../../testing/fake-io.ts';
import { PIXEL, paintPixel } from '../../testing/fake-plugin.ts';
import { fakeServices } from '../../testing/fake-services.ts';
import { JPEG } from '../../testing/picture-fixtures.ts';
import { regeneratingCommand } from '../show/regenerating-command.ts';

/** Runs a command in a folder with a picture, and one more in a folder of its own; gives what the provider was given. */
async function painted(...words: readonly string[]): Promise<{ readonly code: number; readonly io: ReturnType<typeof fakeIo>; readonly generations: readonly Generation[] }> {
  const [io, generations] = [fakeIo(), [] as Generation[]];
  mkdirSync(join(io.cwd, 'private'));
  writeFileSync(join(io.cwd, 'fox.png'), PIXEL);
  writeFileSync(join(io.cwd, 'private/-den.jpg'), JPEG);
  const code = await run(['generate', 'a fox', ...words], io, fakeServices((generation) => {
    generations.push(generation);
    return paintPixel(generation);
  }));
  return { code, io, generations };
}

describe('--image', () => {
  it('is read from the folder of the command, as often as it is given, in order', async () => {
    const { code, generations } = await painted('--image', 'private/-den.jpg', '--image', './private/../fox.png', '--mask', 'fox.png', '--strength', '0.25');
    expect(code).toBe(0);
    expect(generations).toMatchObject([{ images: [{ mediaType: 'image/jpeg', bytes: JPEG }, { mediaType: 'image/png', bytes: PIXEL }], mask: { bytes: PIXEL }, strength: 0.25 }]);
  });

  it('holds for every picture of the command', async () => {
    const { generations } = await painted('--image', 'fox.png', '--count', '2', '--seed', '1');
    expect(generations.map(({ seed, images }) => [seed, images.length])).toEqual([[1, 1], [2, 1]]);
  });

  it('that is not there is named before anything is sent', async () => {
    const { code, io, generations } = await painted('--image', 'fox.png', '--image', 'missing.png', '--mask', 'private');
    expect([code, generations]).toEqual([64, []]);
    expect(io.stderr.text).toContain(`--image is ${JSON.stringify(join(io.cwd, 'missing.png'))} (there is no such file); allowed is a whole PNG, JPEG, WebP, GIF or AVIF image.`);
    expect(io.stderr.text).toContain(`--mask is ${JSON.stringify(join(io.cwd, 'private'))} (it is a folder)`);
  });

  it.each(['data:image/png;base64,AAAA', 'file:///tmp/a.png', ''])('takes no %j', async (text) => {
    const { code, io } = await painted(`--image=${text}`);
    expect(code).toBe(64);
    expect(io.stderr.lines[0]).toBe('--image takes the path of a file, or an http: or https: URL.');
  });

  it('of a private address is not fetched', async () => {
    const { code, io } = await painted('--image', 'http://169.254.169.254/latest/meta-data?key=CANARY');
    expect(code).toBe(64);
    expect(io.stderr.text).toContain('--image is "http://169.254.169.254/latest/meta-data" (only URLs of the public internet are fetched');
    expect(io.stderr.text).not.toContain('CANARY');
  });
});

describe('the file of a picture that started from others', () => {
  it('tells their names, without their folders, and the command for it', async () => {
    const { io } = await painted('--image', 'private/-den.jpg', '--image', 'fox.png', '--mask', 'private/-den.jpg', '--strength', '0.5', '--seed', '3');
    const file = readFileSync(io.stdout.text.trim());
    const metadata = readMetadata(file);
    expect(metadata).toMatchObject({ images: ['-den.jpg', 'fox.png'], mask: '-den.jpg', strength: 0.5 });
    expect(file.includes('private')).toBe(false);
    expect(metadata && regeneratingCommand(metadata)).toContain(`--image='-den.jpg' --image fox.png --mask='-den.jpg' --strength 0.5 'a fox'`);
  });

  it('says nothing of any when there were none', async () => {
    const { io } = await painted();
    const metadata = readMetadata(readFileSync(io.stdout.text.trim()));
    expect([metadata?.images, metadata?.mask, metadata?.strength]).toEqual([undefined, undefined, undefined]);
  });
});
