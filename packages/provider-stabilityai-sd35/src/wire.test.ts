import { readFileSync } from 'node:fs';
import { runToEnd } from '@hypotez/provider-testkit';
import { describe, expect, it } from 'vitest';
import { openSpace, providerAt, sentData } from './testing/open-space.ts';

const MESSAGES = [{ role: 'user', content: 'A cat wearing a hat' }] as const;

describe('the request to the Space', () => {
  it('has exactly these bytes by default', async () => {
    const space = await openSpace();
    await runToEnd(providerAt(space), { messages: MESSAGES });
    const [request] = space.requests;
    const expected = readFileSync(new URL('../__fixtures__/default-request.json', import.meta.url), 'utf8').trimEnd();
    expect(`${request?.method ?? ''} ${request?.path ?? ''}`).toBe('POST /gradio_api/call/infer');
    expect(request?.headers['content-type']).toBe('application/json');
    expect(request?.body).toBe(expected);
  });

  it('has every field of the request at its place', async () => {
    const space = await openSpace();
    const { image } = await runToEnd(providerAt(space), {
      prompt: 'A cat', negativePrompt: 'people', seed: 42, width: 512, height: 768, guidanceScale: 7.5, numInferenceSteps: 3,
    });
    expect(sentData(space)).toEqual(['A cat', 'people', 42, false, 512, 768, 7.5, 3]);
    expect(image).toMatchObject({ seed: 42, width: 512, height: 768, alt: 'A cat', model: 'stabilityai-stable-diffusion-3-5-large', provider: 'stabilityai-sd35' });
  });

  it.each([
    [{}, 0, true],
    [{ seed: 42 }, 42, false],
    [{ seed: 0 }, 0, false],
    [{ seed: 2_147_483_647 }, 2_147_483_647, false],
    [{ seed: 42, randomizeSeed: true }, 42, true],
    [{ randomizeSeed: false }, 0, false],
  ])('%j sends the seed %d, randomized %s', async (fields, seed, randomized) => {
    const space = await openSpace();
    const { image } = await runToEnd(providerAt(space), { messages: MESSAGES, numInferenceSteps: 1, width: 512, height: 512, ...fields });
    expect(sentData(space)).toMatchObject({ 2: seed, 3: randomized });
    if (randomized) expect(image?.seed).toBeTypeOf('number');
    else expect(image?.seed).toBe(seed);
  });

  it.each([
    [{ aspectRatio: '1:1' }, 1024, 1024],
    [{ aspectRatio: '2:1' }, 1024, 512],
    [{ aspectRatio: '9:16' }, 576, 1024],
    [{ aspectRatio: '4:3' }, 1024, 768],
    [{ width: 512 }, 512, 512],
    [{ height: 512, aspectRatio: '2:1' }, 1024, 512],
    [{ width: 640, height: 960, aspectRatio: '16:9' }, 640, 960],
  ])('%j paints %d × %d', async (fields, width, height) => {
    const space = await openSpace({ intercept: (_request, response) => (response.writeHead(500).end(), true) });
    await runToEnd(providerAt(space), { messages: MESSAGES, ...fields });
    expect(sentData(space)).toMatchObject({ 4: width, 5: height });
  });

  it('never sends null, which the text box would hand on as None', async () => {
    const space = await openSpace({ intercept: (_request, response) => (response.writeHead(500).end(), true) });
    for (const negativePrompt of [undefined, '', '  ']) {
      await runToEnd(providerAt(space), { messages: MESSAGES, negativePrompt });
      expect(sentData(space)).toMatchObject({ 1: '' });
    }
  });

  it('matches what the Space declares', async () => {
    const space = await openSpace();
    expect(await providerAt(space).signature()).toMatchObject({ matches: true, differences: [], unknown: [] });
  });
});
