import { InvalidRequestError, ModelNotFoundError, type ImageRequest } from '@hypotez/provider-core';
import { runToEnd } from '@hypotez/provider-testkit';
import { describe, expect, it } from 'vitest';
import { openSpace, providerAt } from './testing/open-space.ts';

const MESSAGES = [{ role: 'user', content: 'A cat wearing a hat' }] as const;

/** What an application in JavaScript may pass, types or no types. */
function wrong(fields: object): ImageRequest {
  return { messages: MESSAGES, ...fields };
}

describe('a wrong request', () => {
  it.each<readonly [string, object, string]>([
    ['no messages', { messages: [] }, 'messages'],
    ['no user text', { messages: [{ role: 'system', content: 'Be kind.' }, { role: 'user', content: ' ' }] }, 'messages'],
    ['an unknown option', { widht: 512 }, 'widht'],
    ['an option that this provider does not have', { providerOptions: { 'stabilityai-sd35': { style: 'anime' } } }, 'providerOptions.stabilityai-sd35'],
    ['half a seed', { seed: 1.5 }, 'seed'],
    ['a seed below 0', { seed: -1 }, 'seed'],
    ['a seed above 2147483647', { seed: 2_147_483_648 }, 'seed'],
    ['a width of 100', { width: 100 }, 'width'],
    ['a width off the grid', { width: 513 }, 'width'],
    ['a width of NaN', { width: Number.NaN }, 'width'],
    ['a height of 1056', { height: 1056 }, 'height'],
    ['the ratio 0:1', { aspectRatio: '0:1' }, 'aspectRatio'],
    ['the ratio a:b', { aspectRatio: 'a:b' }, 'aspectRatio'],
    ['the ratio 3:1, which the sides cannot give', { aspectRatio: '3:1' }, 'aspectRatio'],
    ['a guidance of 7.6', { guidanceScale: 7.6 }, 'guidanceScale'],
    ['a guidance below 0', { guidanceScale: -0.1 }, 'guidanceScale'],
    ['0 steps', { numInferenceSteps: 0 }, 'numInferenceSteps'],
    ['51 steps', { numInferenceSteps: 51 }, 'numInferenceSteps'],
    ['eleven images', { n: 11 }, 'n'],
    ['no image', { n: 0 }, 'n'],
    ['an image that is none of four', { n: 4, indexes: [4] }, 'indexes'],
    ['a number as text', { seed: '42' }, 'seed'],
    ['null as a seed', { seed: null }, 'seed'],
  ])('with %s is refused before anything is sent', async (_name, fields, field) => {
    const space = await openSpace();
    const { events, error } = await runToEnd(providerAt(space), wrong(fields));
    expect(events).toEqual([]);
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({ code: 'invalid_request', provider: 'stabilityai-sd35', billed: 'no', problems: [{ field }] });
    expect(space.requests).toEqual([]);
    expect(space.openSockets).toBe(0);
  });

  it.each(['sd-3', 'flux', '__proto__'])('for the model %s is refused before anything is sent', async (model) => {
    const space = await openSpace();
    const { error } = await runToEnd(providerAt(space), wrong({ model }));
    expect(error).toBeInstanceOf(ModelNotFoundError);
    expect(error).toMatchObject({ code: 'model_not_found', availableModels: ['sd-3.5', 'sd-3.5-large', 'stabilityai-stable-diffusion-3-5-large'] });
    expect(space.requests).toEqual([]);
  });

  it('is told everything that is wrong with it at once', async () => {
    const space = await openSpace();
    const { error } = await runToEnd(providerAt(space), wrong({ model: 'flux', messages: [], seed: -1, width: 100, guidanceScale: 9 }));
    expect(error).toBeInstanceOf(InvalidRequestError);
    const fields = error instanceof InvalidRequestError ? error.problems.map(({ field }) => field) : [];
    expect(fields.toSorted()).toEqual(['guidanceScale', 'messages', 'model', 'seed', 'width']);
    expect(space.requests).toEqual([]);
  });
});
