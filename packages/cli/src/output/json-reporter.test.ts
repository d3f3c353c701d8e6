import { statSync } from 'node:fs';
import { ImagePreview, ImageResponse, UnavailableError } from '@hypotez/provider-core';
import { parseImage } from '@hypotez/provider-core/parse-image';
import { describe, expect, it } from 'vitest';
import { run } from '../command-line/run.ts';
import { fakeIo, type FakeIo } from '../testing/fake-io.ts';
import { PIXEL, pixelResponse } from '../testing/fake-plugin.ts';
import { fakeServices } from '../testing/fake-services.ts';

const DATA_URL = `data:image/png;base64,${'A'.repeat(10_000)}`;

function objects(io: FakeIo): readonly unknown[] {
  return io.stdout.lines.map((line): unknown => JSON.parse(line));
}

describe('--json', () => {
  it('writes one object a line for every event', async () => {
    const io = fakeIo();
    await run(['generate', 'a fox', '--json', '--seed', '7', '--output', 'fox.png'], io, fakeServices(async function* paint(generation) {
      yield { type: 'progress', stage: 'queued', queuePosition: 2, etaSeconds: 42 };
      yield new ImagePreview({ urls: [DATA_URL], alt: 'a fox', provider: 'fake', model: 'fake-painter', download: async () => parseImage(PIXEL) });
      yield pixelResponse(generation);
    }));
    expect(objects(io)).toEqual([
      { type: 'progress', index: 1, stage: 'queued', queuePosition: 2, etaSeconds: 42 },
      { type: 'preview', index: 1, provider: 'fake', model: 'fake-painter', urls: ['data:image/png;base64,(10022 characters)'] },
      { type: 'image', index: 1, file: `${io.cwd}/fox.png`, seed: 7, width: 1, height: 1, mediaType: 'image/png', bytes: statSync(`${io.cwd}/fox.png`).size, provider: 'fake', model: 'fake-painter' },
    ]);
    expect(io.stderr.text).toBe('');
  });

  it('tells the prompt that was painted and what was counted, where the service does', async () => {
    const io = fakeIo();
    await run(['generate', 'a fox', '--json'], io, fakeServices(async function* paint({ prompt, model }) {
      const download = async () => parseImage(PIXEL);
      yield new ImageResponse({ urls: [DATA_URL], alt: prompt, provider: 'fake', model, download, revisedPrompt: 'a red fox\u001b[2J in snow', usage: { inputTokens: 5, totalTokens: 9 } });
    }));
    expect(objects(io).at(-1)).toMatchObject({ type: 'image', revisedPrompt: 'a red fox in snow', usage: { inputTokens: 5, totalTokens: 9 } });
  });

  it('tells a failure with everything that a program decides by', async () => {
    const io = fakeIo();
    const code = await run(['generate', 'a fox', '--json'], io, fakeServices(async function* fail() {
      yield { type: 'progress', stage: 'started' };
      throw new UnavailableError('The queue is full.', { retryAfterMs: 1000 });
    }));
    expect(code).toBe(25);
    expect(objects(io).at(-1)).toEqual({
      type: 'error',
      index: 1,
      code: 'unavailable',
      message: 'The queue is full.',
      retryable: true,
      billed: 'no',
      retryAfterMs: 1000,
      problems: [],
      nextStep: 'Wait 1 s, then try again, or ask another provider with --model or another Space with --url.',
      exitCode: 25,
    });
  });

  it('lists what is wrong with the request', async () => {
    const io = fakeIo();
    await run(['generate', 'a fox', '--json', '--steps', '0'], io, fakeServices(pixelOnly));
    expect(objects(io)).toMatchObject([{ type: 'error', code: 'invalid_request', problems: [{ field: 'numInferenceSteps', value: '0' }] }]);
  });

  it('tells wrong usage as JSON too', async () => {
    const io = fakeIo();
    await run(['generate', 'a fox', '--json', '--sed', '1'], io, fakeServices(pixelOnly));
    expect(objects(io)).toMatchObject([{ type: 'error', code: 'usage', exitCode: 64 }]);
  });

  it('keeps a path as it is, however odd', async () => {
    const io = fakeIo();
    await run(['generate', 'a fox', '--json', '--output', 'two  blanks\tand a tab.png'], io, fakeServices(pixelOnly));
    expect(objects(io).at(-1)).toMatchObject({ type: 'image', file: `${io.cwd}/two  blanks\tand a tab.png` });
  });
});

async function* pixelOnly(generation: Parameters<typeof pixelResponse>[0]) {
  yield pixelResponse(generation);
}
