import { startSpace, type Space, type SpaceOptions } from '@hypotez/gradio-emulator';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { run } from '../../command-line/run.ts';
import { fakeIo } from '../../testing/fake-io.ts';
import { fakeServices } from '../../testing/fake-services.ts';
import { paintPixel } from '../../testing/fake-plugin.ts';

const SMALL = ['--steps', '2', '--width', '512', '--height', '512'];

async function openSpace(options: SpaceOptions = {}): Promise<Space> {
  const space = await startSpace({ stepMs: 1, ...options });
  onTestFinished(() => space.close());
  return space;
}

/** A Space that says of itself that it has these functions only. */
function withFunctions(...names: readonly string[]): SpaceOptions {
  return {
    intercept: async (request, response) => {
      if (request.url !== '/config' || request.headers['x-again'] !== undefined) return false;
      const config = await (await fetch(`http://${request.headers.host ?? ''}/config`, { headers: { 'x-again': '1' } })).json() as { readonly dependencies: readonly { readonly api_name: string }[] };
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ ...config, dependencies: config.dependencies.filter(({ api_name }) => names.includes(api_name)) }));
      return true;
    },
  };
}

async function generate(space: string, words: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const io = fakeIo({ env });
  const code = await run(['generate', 'a fox', '--space', space, '--output', 'fox.png', ...words], io);
  return { io, code, isThere: existsSync(join(io.cwd, 'fox.png')), text: io.stderr.text };
}

describe('generate --space', () => {
  it('paints with a Space that no plugin is for', async () => {
    const space = await openSpace(withFunctions('infer', 'spell'));
    const { code, isThere, text } = await generate(space.url, [...SMALL, '--seed', '9']);
    expect(code).toBe(0);
    expect(isThere).toBe(true);
    expect(text).toContain('seed 9');
    expect(new Set(space.requests.map(({ path }) => path.replace(/\?.*/u, '')).slice(0, 5))).toEqual(new Set(['/config', '/gradio_api/info', '/gradio_api/call/infer', '/gradio_api/queue/data']));
  });

  it('writes into the picture how it was made, and show tells the command', async () => {
    const space = await openSpace();
    const { io, code } = await generate(space.url, [...SMALL, '--seed', '9', '--api', 'infer']);
    expect(code).toBe(0);
    const shown = fakeIo();
    await run(['show', join(io.cwd, 'fox.png')], shown);
    expect(shown.stdout.text).toContain(`hypotez generate --width 512 --height 512 --seed 9 --steps 2 --guidance 4.5 --space ${space.url} --api infer 'a fox'`);
    expect(shown.stdout.text).toMatch(/Space +http:\/\/127/u);
    expect(shown.stdout.text).toMatch(/Function +infer/u);
  });

  it('takes the pictures that the Space has a place for', async () => {
    const space = await openSpace();
    const { code, text } = await generate(space.url, ['--api', 'infer', '--negative', 'fog', '--strength', '0.5', '--image', 'fox.png']);
    expect(code).not.toBe(0);
    expect(text).toMatch(/input image|--image/u);
  });

  it('lists the functions where there are several', async () => {
    const space = await openSpace(withFunctions('infer', 'preview', 'spell'));
    const { code, text, isThere } = await generate(space.url);
    expect(code).toBe(10);
    expect(text.replace(/\s+/gu, ' ')).toContain('has several functions that give pictures, one of which has to be named: infer, preview.');
    expect(text.replace(/\s+/gu, ' ')).toContain('--space and --api');
    expect(isThere).toBe(false);
  });

  it('says when none gives a picture, and when none has the name', async () => {
    const space = await openSpace(withFunctions('spell', 'odd_number'));
    expect((await generate(space.url)).text.replace(/\s+/gu, ' ')).toContain('has no function that gives a picture; its functions are spell, odd_number.');
    const other = await openSpace();
    expect((await generate(other.url, ['--api', 'prewiev'])).text.replace(/\s+/gu, ' ')).toContain('Perhaps preview is meant.');
  });

  it('says when there is no such Space', async () => {
    const space = await openSpace({ token: 'hf_private' });
    const { code, text } = await generate(space.url);
    expect(code).not.toBe(0);
    expect(text.replace(/\s+/gu, ' ')).toMatch(/There is no Space at 127\.0\.0\.1:\d+, or it is private/u);
    expect((await generate(space.url, [...SMALL, '--api', 'infer'], { HF_TOKEN: 'hf_private' })).code).toBe(0);
  });

  it.each(['fox', 'ftp://host.example', 'a/b/c'])('takes no %s for one', async (space) => {
    const { code, text } = await generate(space);
    expect(code).toBe(10);
    expect(text.replace(/\s+/gu, ' ')).toContain('owner/name, or an address such as');
  });

  it.each([['--url', 'http://127.0.0.1:1'], ['--model', 'sd-3.5'], ['--embedded'], ['--config', 'a.json']])('excludes %s', async (...words) => {
    const { code, text } = await generate('owner/name', words);
    expect(code).toBe(64);
    expect(text).toContain('exclude each other');
  });

  it('is what --api belongs to', async () => {
    const io = fakeIo();
    expect(await run(['generate', 'a fox', '--api', 'infer'], io)).toBe(64);
    expect(io.stderr.text).toContain('--api names a function of the Space that --space names.');
  });

  it('is a name, also where it is given as the address of its page', async () => {
    const services = fakeServices(paintPixel);
    const io = fakeIo({ env: { HF_TOKEN: 'hf_env', HYPOTEZ_URL: 'http://127.0.0.1:1', HYPOTEZ_MODEL: 'sd-3.5' } });
    await run(['generate', 'a fox', '--space', 'https://huggingface.co/spaces/owner/name', '--api', 'infer'], io, services);
    expect(services.settings).toEqual([{ url: undefined, space: 'owner/name', apiName: 'infer', apiKey: 'hf_env' }]);
  });

  it('gets no HF_TOKEN at a stranger\'s address', async () => {
    const services = fakeServices(paintPixel);
    const io = fakeIo({ env: { HF_TOKEN: 'hf_env' } });
    await run(['generate', 'a fox', '--space', 'https://stranger.example'], io, services);
    expect(services.settings).toMatchObject([{ space: 'https://stranger.example', apiKey: undefined }]);
    expect(io.stderr.text).toContain('HF_TOKEN is not sent to https://stranger.example');
  });
});
