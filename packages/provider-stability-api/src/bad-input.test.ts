import { AuthenticationError, InvalidRequestError, createProviderContext, type ImageRequest } from '@hypotez/provider-core';
import { runToEnd } from '@hypotez/provider-testkit';
import { describe, expect, it } from 'vitest';
import { StabilityApiProvider } from './index.ts';
import { openService, providerAt } from './testing/open-service.ts';

const PROMPT = 'A lighthouse on a cliff';

/** What an application in JavaScript may pass, types or no types. */
function wrong(fields: object): ImageRequest {
  return { prompt: PROMPT, ...fields };
}

describe('a wrong request', () => {
  it.each<readonly [string, object, string]>([
    ['no prompt', { prompt: undefined, messages: [] }, 'messages'],
    ['a ratio that is not on the list', { aspectRatio: '4:3' }, 'aspectRatio'],
    ['sides of such a ratio', { width: 1024, height: 768 }, 'width'],
    ['sides far from what the service paints', { width: 512, height: 512 }, 'width'],
    ['a seed of 0, by which the service chooses', { seed: 0 }, 'seed'],
    ['a seed above 4294967294', { seed: 4_294_967_295 }, 'seed'],
    ['a guidance below 1', { guidanceScale: 0.9 }, 'guidanceScale'],
    ['a guidance above 10', { guidanceScale: 10.1 }, 'guidanceScale'],
    ['steps, which the service chooses', { numInferenceSteps: 20 }, 'numInferenceSteps'],
    ['a negative prompt for the turbo model', { model: 'sd-3.5-turbo', negativePrompt: 'people' }, 'negativePrompt'],
    ['a guidance for core', { model: 'core', guidanceScale: 4 }, 'guidanceScale'],
    ['a guidance for ultra', { model: 'ultra', guidanceScale: 4 }, 'guidanceScale'],
    ['eleven images', { n: 11 }, 'n'],
    ['a style that there is none', { providerOptions: { 'stability-api': { stylePreset: 'oil' } } }, 'providerOptions.stability-api.stylePreset'],
    ['a format that there is none', { providerOptions: { 'stability-api': { outputFormat: 'gif' } } }, 'providerOptions.stability-api.outputFormat'],
    ['an option of its own that there is none', { providerOptions: { 'stability-api': { style: 'anime' } } }, 'providerOptions.stability-api'],
  ])('with %s is refused before anything is sent', async (_name, fields, field) => {
    const service = await openService();
    const { events, error } = await runToEnd(providerAt(service), wrong(fields));
    expect(events).toEqual([]);
    expect(error).toBeInstanceOf(InvalidRequestError);
    const problems = error instanceof InvalidRequestError ? error.problems.map((problem) => problem.field) : [];
    expect(problems).toContain(field);
    expect(error).toMatchObject({ billed: 'no', provider: 'stability-api' });
    expect(service.connections).toBe(0);
  });

  it('is told all that is wrong with its own options at once', async () => {
    const service = await openService();
    const { error } = await runToEnd(providerAt(service), wrong({ providerOptions: { 'stability-api': { stylePreset: 1, outputFormat: 2 } } }));
    expect(error).toMatchObject({ problems: [{ field: 'providerOptions.stability-api.stylePreset' }, { field: 'providerOptions.stability-api.outputFormat' }] });
  });
});

describe('a missing key', () => {
  it('is told before anything is sent', async () => {
    const { error } = await runToEnd(new StabilityApiProvider({}, createProviderContext({ env: {} })), { prompt: PROMPT });
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(String(error)).toContain('STABILITY_API_KEY');
  });

  it('is not replaced by that of the environment at another address', async () => {
    const service = await openService();
    const context = createProviderContext({ env: { STABILITY_API_KEY: 'sk-environment' } });
    const { error } = await runToEnd(new StabilityApiProvider({ url: service.url }, context), { prompt: PROMPT });
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(service.connections).toBe(0);
  });

  it('may come with the request', async () => {
    const service = await openService();
    await runToEnd(new StabilityApiProvider({ url: service.url }, createProviderContext({ env: {} })), { prompt: PROMPT, apiKey: 'sk-request' });
    expect(service.requests[0]?.headers['authorization']).toBe('Bearer sk-request');
  });
});
