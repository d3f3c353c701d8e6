import { examplePng, startFaultServer } from '@hypotez/provider-testkit';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CHOSEN_SEED, stabilityWire } from './stability-wire.ts';

/** What the service makes of a form. */
async function ask(endpoint: string, fields: Readonly<Record<string, string | Blob>>, headers: Readonly<Record<string, string>> = { authorization: 'Bearer sk-test' }): Promise<Response> {
  const server = await startFaultServer({ respond: (request, self) => stabilityWire.answer('start', self, request) });
  onTestFinished(() => server.close());
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return fetch(`${server.url}/v2beta/stable-image/generate/${endpoint}`, { method: 'POST', body, headers });
}

const image = new Blob([new Uint8Array(examplePng())], { type: 'image/png' });

describe('the service of these tests', () => {
  it('answers with the bytes of a picture, and with seed and reason in the head', async () => {
    const response = await ask('sd3', { prompt: 'a cat', seed: '7' });
    expect([response.status, ...['content-type', 'finish-reason', 'seed'].map((name) => response.headers.get(name))]).toEqual([200, 'image/png', 'SUCCESS', '7']);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from(examplePng()));
  });

  it('answers in JSON when it is asked to', async () => {
    const response = await ask('core', { prompt: 'a cat' }, { authorization: 'Bearer sk-test', accept: 'application/json' });
    expect(response.headers.get('content-type')).toBe('application/json; type=image/png');
    expect(await response.json()).toMatchObject({ seed: CHOSEN_SEED, finish_reason: 'SUCCESS' });
  });

  it.each(['0', undefined])('chooses a seed for %j', async (seed) => {
    expect((await ask('ultra', { prompt: 'a cat', ...(seed === undefined ? {} : { seed }) })).headers.get('seed')).toBe(CHOSEN_SEED.toString());
  });

  it.each([
    ['sd3', { prompt: 'a cat', mode: 'image-to-image', image, strength: '0.5' }],
    ['ultra', { prompt: 'a cat', image, strength: '1', aspect_ratio: '16:9' }],
    ['sd3', { prompt: 'a cat', aspect_ratio: '9:21', negative_prompt: 'dogs', cfg_scale: '10', style_preset: 'anime', output_format: 'webp', model: 'sd3.5-medium', seed: '4294967294' }],
  ])('%s takes what its reference names', async (endpoint, fields) => {
    expect((await ask(endpoint, fields)).status).toBe(200);
  });

  it.each<readonly [string, Readonly<Record<string, string | Blob>>, string]>([
    ['sd3', {}, 'prompt: is required'],
    ['sd3', { prompt: 'x'.repeat(10_001) }, 'prompt: must be'],
    ['sd3', { prompt: 'a cat', aspect_ratio: '4:3' }, 'aspect_ratio: must be'],
    ['sd3', { prompt: 'a cat', seed: '4294967295' }, 'seed: must be'],
    ['sd3', { prompt: 'a cat', cfg_scale: '0.5' }, 'cfg_scale: must be'],
    ['sd3', { prompt: 'a cat', model: 'core' }, 'model: must be'],
    ['sd3', { prompt: 'a cat', image, strength: '0.5' }, 'image: is only valid'],
    ['sd3', { prompt: 'a cat', mode: 'image-to-image', image }, 'strength: is required'],
    ['sd3', { prompt: 'a cat', mode: 'image-to-image', image, strength: '0.5', aspect_ratio: '1:1' }, 'aspect_ratio: is only valid'],
    ['sd3', { prompt: 'a cat', mode: 'image-to-image', image: new Blob(['x'], { type: 'image/gif' }), strength: '0.5' }, 'image: must be'],
    ['sd3', { prompt: 'a cat', model: 'sd3.5-large-turbo', negative_prompt: 'dogs' }, 'negative_prompt: is not supported'],
    ['core', { prompt: 'a cat', image, strength: '0.5' }, 'image: is unknown'],
    ['core', { prompt: 'a cat', cfg_scale: '4' }, 'cfg_scale: is unknown'],
    ['ultra', { prompt: 'a cat', image }, 'strength: is required'],
    ['ultra', { prompt: 'a cat', strength: '1' }, 'strength: is only valid'],
    ['ultra', { prompt: 'a cat', toString: '1' }, 'toString: is unknown'],
  ])('%s refuses %j', async (endpoint, fields, words) => {
    const response = await ask(endpoint, fields);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ name: 'bad_request', errors: expect.arrayContaining([expect.stringContaining(words)]) as string[] });
  });

  it('wants a key', async () => {
    expect((await ask('core', { prompt: 'a cat' }, {})).status).toBe(401);
  });

  it('takes no more than 10 MiB', async () => {
    const response = await ask('ultra', { prompt: 'a cat', image: new Blob([new Uint8Array(11 * 2 ** 20)], { type: 'image/png' }), strength: '1' });
    expect([response.status, await response.json()]).toMatchObject([413, { name: 'payload_too_large' }]);
  });
});
