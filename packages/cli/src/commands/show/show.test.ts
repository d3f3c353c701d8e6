import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../command-line/run.ts';
import { embedMetadata } from '../../metadata/embed-metadata.ts';
import type { PictureMetadata } from '../../metadata/picture-metadata.ts';
import { fakeIo, type FakeIo } from '../../testing/fake-io.ts';
import { JPEG, PNG } from '../../testing/picture-fixtures.ts';

const METADATA: PictureMetadata = { prompt: 'a "fox"\nin the fog', model: 'painter-1', provider: 'painters', seed: 7, width: 1024, height: 768, numInferenceSteps: 28, version: '0.1.0' };

/** Runs `show` on a file in the current folder. */
async function show(bytes: Uint8Array, ...options: readonly string[]): Promise<{ readonly code: number; readonly io: FakeIo }> {
  const io = fakeIo();
  writeFileSync(join(io.cwd, 'fox'), bytes);
  return { code: await run(['show', 'fox', ...options], io), io };
}

function png(changes: Partial<PictureMetadata> = {}): Uint8Array {
  return embedMetadata(PNG, 'image/png', { ...METADATA, ...changes });
}

describe('show', () => {
  it('tells how a picture was made, and the command that makes it again', async () => {
    const { code, io } = await show(png());
    expect(code).toBe(0);
    expect(io.stdout.text).toBe(`Prompt           a "fox" in the fog
Model            painter-1
Provider         painters
Seed             7
Size             1024 × 768
Inference steps  28
Written by       hypotez 0.1.0

hypotez generate --model painters/painter-1 --width 1024 --height 768 --seed 7 --steps 28 'a "fox"
in the fog'
`);
  });

  it('tells it by --json to the letter', async () => {
    const { io } = await show(embedMetadata(JPEG, 'image/jpeg', { ...METADATA, prompt: 'red \u001b[31mfox\u009b' }), '--json');
    expect(io.stdout.text).not.toMatch(/\p{Cc}(?!$)/u);
    expect(JSON.parse(io.stdout.text)).toEqual({
      type: 'metadata',
      file: join(io.cwd, 'fox'),
      ...METADATA,
      prompt: 'red \u001b[31mfox\u009b',
      command: expect.stringContaining(`'red '"$(printf '\\033')"'[31mfox'"$(printf '\\302\\233')"`) as string,
    });
  });

  it('gives the command alone', async () => {
    const { io } = await show(png({ prompt: 'a fox' }), '--command');
    expect(io.stdout.text).toBe(`hypotez generate --model painters/painter-1 --width 1024 --height 768 --seed 7 --steps 28 'a fox'\n`);
  });

  it('lets no text of a file steer the terminal', async () => {
    const evil = '\u001b]0;title\u0007\u001b[2J\u009b1A\u202e\rfox';
    const { io } = await show(png({ prompt: evil, negativePrompt: evil, model: evil, provider: evil, aspectRatio: evil, url: undefined, version: evil }));
    expect(io.stdout.text).not.toMatch(/(?!\n)\p{Cc}|[\u202A-\u202E]/u);
  });

  it('says so when no command line can hold the prompt', async () => {
    const text = await show(png({ prompt: 'a\0fox' }));
    expect(text.io.stdout.text).toContain('No command line can hold these texts');
    const command = await show(png({ prompt: 'a\0fox' }), '--command');
    expect(command.code).toBe(66);
    expect(command.io.stdout.text).toBe('');
  });

  it.each([
    ['that tells nothing', PNG, 'does not tell how it was made.'],
    ['that is no picture', new TextEncoder().encode('<html>'), 'cannot be read as a picture: The file is no PNG, WebP or JPEG.'],
    ['that is damaged', PNG.subarray(0, 40), 'cannot be read as a picture: The PNG file is damaged: it ends inside a chunk.'],
  ])('exits with 66 on a file %s', async (_name, bytes, reason) => {
    const { code, io } = await show(bytes);
    expect(code).toBe(66);
    expect(io.stderr.lines).toEqual([`${join(io.cwd, 'fox')} ${reason}`, 'Only a picture that hypotez has written, and no other program has stripped, tells how it was made.']);
    expect(io.stdout.text).toBe('');
  });

  it('exits with 66 without a file, and on a folder', async () => {
    const missing = fakeIo();
    expect(await run(['show', 'none.png'], missing)).toBe(66);
    expect(missing.stderr.lines[0]).toBe(`${join(missing.cwd, 'none.png')} cannot be read: there is no such file.`);
    const folder = fakeIo();
    expect(await run(['show', '.', '--json'], folder)).toBe(66);
    expect(JSON.parse(folder.stdout.text)).toMatchObject({ type: 'error', code: 'input', exitCode: 66, message: `${folder.cwd} is no file.` });
  });
});
