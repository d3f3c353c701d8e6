import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Generation } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { run } from '../../command-line/run.ts';
import { fakeIo, type FakeIo } from '../../testing/fake-io.ts';
import { pixelResponse } from '../../testing/fake-plugin.ts';
import { fakeServices, type FakeServices } from '../../testing/fake-services.ts';

interface Outcome {
  readonly code: number;
  readonly io: FakeIo;
  readonly services: FakeServices;
  readonly generations: readonly Generation[];
}

async function generate(argv: readonly string[], { env = {}, file = '', failWith }: { readonly env?: FakeIo['env']; readonly file?: string; readonly failWith?: string } = {}): Promise<Outcome> {
  const io = fakeIo({ env });
  if (file !== '') writeFileSync(join(io.cwd, '.env'), file);
  const generations: Generation[] = [];
  const services = fakeServices(async function* paint(generation) {
    generations.push(generation);
    yield { type: 'progress', stage: 'started' };
    if (failWith !== undefined) throw new Error(failWith);
    yield pixelResponse(generation);
  });
  return { code: await run(['generate', 'a fox', ...argv], io, services), io, services, generations };
}

describe('the configuration of generate', () => {
  it('takes options from the environment and from a .env file', async () => {
    const { generations, services } = await generate(['--steps', '5'], {
      env: { HYPOTEZ_STEPS: '6', HYPOTEZ_GUIDANCE: '1.5', HYPOTEZ_NEGATIVE: 'fog' },
      file: 'HYPOTEZ_STEPS=7\nHYPOTEZ_GUIDANCE=2\nHYPOTEZ_ASPECT=2:1\nHYPOTEZ_URL=http://127.0.0.1:7860\n',
    });
    expect(generations).toMatchObject([{ numInferenceSteps: 5, guidanceScale: 1.5, negativePrompt: 'fog', width: 1024, height: 512 }]);
    expect(services.settings).toEqual([{ url: 'http://127.0.0.1:7860', apiKey: undefined }]);
  });

  it('passes a proxy on', async () => {
    expect((await generate(['--proxy', 'http://127.0.0.1:3128'])).generations).toMatchObject([{ proxy: 'http://127.0.0.1:3128' }]);
    expect((await generate([], { env: { HYPOTEZ_PROXY: 'socks5://127.0.0.1:1080' } })).generations).toMatchObject([{ proxy: 'socks5://127.0.0.1:1080' }]);
  });

  it('lets a typed aspect ratio win over sides that were set once for all', async () => {
    const env = { HYPOTEZ_WIDTH: '640', HYPOTEZ_HEIGHT: '640' };
    expect((await generate([], { env })).generations).toMatchObject([{ width: 640, height: 640 }]);
    expect((await generate(['--aspect', '2:1'], { env })).generations).toMatchObject([{ width: 1024, height: 512 }]);
    expect((await generate(['--aspect', '2:1', '--width', '512', '--height', '512'])).generations).toMatchObject([{ width: 512, height: 512 }]);
  });

  it('leaves address and proxy of the environment aside for the embedded Space', async () => {
    const { services, generations } = await generate(['--embedded'], { env: { HYPOTEZ_URL: 'https://example.org', HYPOTEZ_PROXY: 'http://127.0.0.1:1', HF_TOKEN: 'secret-token' } });
    expect(services.settings).toEqual([{ url: 'http://127.0.0.1:1', apiKey: undefined }]);
    expect(generations[0]?.proxy).toBeUndefined();
  });

  it.each([[['--embedded', '--url', 'http://127.0.0.1:1']], [['--embedded', '--proxy', 'http://127.0.0.1:1']], [['--quiet', '--json']]])('refuses %j, which exclude each other', async (argv) => {
    expect((await generate(argv)).code).toBe(64);
  });

  it('says when a .env file decides where prompts go, and sends no token of the environment there', async () => {
    const { io, services } = await generate([], { env: { HF_TOKEN: 'secret-token' }, file: 'HYPOTEZ_URL=https://stranger-space.hf.space\nHYPOTEZ_PROXY=http://127.0.0.1:3128\n' });
    expect(services.settings).toEqual([{ url: 'https://stranger-space.hf.space', apiKey: undefined }]);
    expect(io.stderr.lines.slice(0, 3)).toEqual([
      'HF_TOKEN of the environment is not sent to https://stranger-space.hf.space, which the .env file names; --token sends one there.',
      'Asking https://stranger-space.hf.space, as the .env file says.',
      'Going through the proxy that the .env file names.',
    ]);
  });

  it('asks the embedded Space for previews only when they are wanted', async () => {
    expect((await generate(['--embedded'])).services.spaces).toEqual([{ previews: false }]);
    expect((await generate(['--embedded', '--preview'])).services.spaces).toEqual([{ previews: true }]);
    expect((await generate(['--embedded'], { env: { HYPOTEZ_PREVIEW: '1' } })).services.spaces).toEqual([{ previews: true }]);
  });

  it('refuses a .env file that it cannot read as such', async () => {
    const { code, io } = await generate([], { file: '#'.repeat(1024 * 1024 + 1) });
    expect(code).toBe(64);
    expect(io.stderr.lines[0]).toContain('.env has more than 1 MiB');
  });

  it.each([[[]], [['--json']], [['--quiet']]])('prints no secret of any source, with %j', async (argv) => {
    const { io } = await generate(['--token', 'typed-secret', '--proxy', 'http://me:proxy-secret@127.0.0.1:1', ...argv], {
      env: { HF_TOKEN: 'environment-secret', HYPOTEZ_DEBUG: '1' },
      file: 'HF_TOKEN=file-secret\nHYPOTEZ_PROXY=http://me:other-secret@127.0.0.1:1\n',
      failWith: 'refused typed-secret environment-secret file-secret proxy-secret other-secret',
    });
    expect(io.stdout.text + io.stderr.text).toContain('[redacted]');
    expect(io.stdout.text + io.stderr.text).not.toMatch(/(?:typed|environment|file|proxy|other)-secret/u);
  });

  it('shows no secret in the help', async () => {
    const io = fakeIo({ env: { HF_TOKEN: 'environment-secret' } });
    await run(['generate', '--help'], io, fakeServices(async function* none() { yield { type: 'progress', stage: 'started' }; }));
    expect(io.stdout.text).toContain('HF_TOKEN');
    expect(io.stdout.text).not.toContain('environment-secret');
  });
});
