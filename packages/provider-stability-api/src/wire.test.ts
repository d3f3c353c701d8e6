import type { ImageRequest } from '@hypotez/provider-core';
import { runToEnd } from '@hypotez/provider-testkit';
import { describe, expect, it } from 'vitest';
import requests from '../__fixtures__/requests.json' with { type: 'json' };
import { openService, providerAt, sentFields } from './testing/open-service.ts';

const PROMPT = 'A lighthouse on a cliff';

/** The path that a request was sent to, and the fields that were sent. */
async function sent(request: ImageRequest): Promise<{ readonly path: string | undefined; readonly fields: readonly (readonly [string, string])[] }> {
  const service = await openService();
  const { error } = await runToEnd(providerAt(service), { prompt: PROMPT, seed: 42, ...request });
  expect(error).toBeUndefined();
  return { path: service.requests[0]?.path, fields: await sentFields(service) };
}

describe('the request to the service', () => {
  it.each(Object.entries(requests))('for %s has exactly these bytes', async (model, { path, body }) => {
    const service = await openService();
    await runToEnd(providerAt(service), { model, prompt: PROMPT, seed: 42 });
    const [request] = service.requests;
    const [, boundary = ''] = /^multipart\/form-data; boundary=(\S+)$/u.exec(request?.headers['content-type'] ?? '') ?? [];
    expect(request).toMatchObject({ method: 'POST', path, headers: { accept: 'image/*', authorization: 'Bearer sk-test' } });
    expect(request?.body.replaceAll(boundary, 'boundary')).toBe(body);
  });

  it.each([
    ['sd3.5-large', 'sd3', [['model', 'sd3.5-large']]],
    ['sd-3.5', 'sd3', [['model', 'sd3.5-large']]],
    ['sd-3.5-large', 'sd3', [['model', 'sd3.5-large']]],
    ['sd-3.5-turbo', 'sd3', [['model', 'sd3.5-large-turbo']]],
    ['sd-3.5-large-turbo', 'sd3', [['model', 'sd3.5-large-turbo']]],
    ['sd-3.5-medium', 'sd3', [['model', 'sd3.5-medium']]],
    ['sd3.5-flash', 'sd3', [['model', 'sd3.5-flash']]],
    ['core', 'core', []],
    ['stable-image-core', 'core', []],
    ['stable-image-ultra', 'ultra', []],
  ])('for %s goes to %s', async (model, endpoint, fields) => {
    expect(await sent({ model })).toEqual({
      path: `/v2beta/stable-image/generate/${endpoint}`, fields: [['prompt', PROMPT], ...fields, ['aspect_ratio', '1:1'], ['seed', '42']],
    });
  });

  it.each([
    ['sd3.5-large', [['model', 'sd3.5-large']], { guidanceScale: 7.5 }, [['cfg_scale', '7.5']]],
    ['sd3.5-medium', [['model', 'sd3.5-medium']], { guidanceScale: 1 }, [['cfg_scale', '1']]],
    ['core', [], {}, []],
    ['ultra', [], {}, []],
  ])('for %s has every field of the request', async (model, first, fields, last) => {
    const request = { model, negativePrompt: 'people, cars', aspectRatio: '16:9', providerOptions: { 'stability-api': { stylePreset: 'anime', outputFormat: 'webp' } }, ...fields };
    expect((await sent(request)).fields).toEqual([
      ['prompt', PROMPT], ...first, ['aspect_ratio', '16:9'], ['negative_prompt', 'people, cars'], ['seed', '42'], ...last, ['style_preset', 'anime'], ['output_format', 'webp'],
    ]);
  });

  it('for the turbo model has a guidance where one is given', async () => {
    expect((await sent({ model: 'sd-3.5-turbo', guidanceScale: 2 })).fields).toContainEqual(['cfg_scale', '2']);
  });

  it.each(['1:1', '21:9', '16:9', '3:2', '5:4', '4:5', '2:3', '9:16', '9:21'])('may ask for %s', async (aspectRatio) => {
    expect((await sent({ aspectRatio })).fields).toContainEqual(['aspect_ratio', aspectRatio]);
  });

  it.each([
    [{ width: 1024, height: 1024 }, '1:1'],
    [{ width: 1344, height: 768 }, '16:9'],
    [{ model: 'core', width: 1536, height: 1024 }, '3:2'],
  ])('asks for the ratio of the sides %j, and says so', async (size, ratio) => {
    const service = await openService();
    const { image } = await runToEnd(providerAt(service), { prompt: PROMPT, ...size });
    expect(await sentFields(service)).toContainEqual(['aspect_ratio', ratio]);
    expect(image?.warnings.length).toBe(1);
  });

  it('sends no negative prompt that is blank', async () => {
    for (const model of ['sd-3.5', 'sd-3.5-turbo']) expect((await sent({ model, negativePrompt: ' ' })).fields.map(([name]) => name)).not.toContain('negative_prompt');
  });

  it('sends any script as it is', async () => {
    const prompt = 'é 漢字 🖼 "quoted" \\ back; filename="x"';
    expect((await sent({ prompt })).fields).toContainEqual(['prompt', prompt]);
  });
});
