import { ConfigurationError, NetworkError } from '@hypotez/provider-core';
import type { SpaceOptions } from '@hypotez/gradio-emulator';
import { SpacePrivateError } from '@hypotez/provider-gradio';
import { describe, expect, it } from 'vitest';
import type { GradioSpacePluginOptions } from './index.ts';
import { openSpace, painter, pathsOf, providerAt, run } from './testing/open-space.ts';

const SMALL = { width: 512, height: 512, numInferenceSteps: 1 };

/** What a Space says of itself, with some of its functions left out. */
function describing(isKept: (apiName: string) => boolean): NonNullable<SpaceOptions['intercept']> {
  return async (request, response) => {
    if (request.url !== '/config' || request.headers['x-again'] !== undefined) return false;
    const config = await (await fetch(`http://${request.headers.host ?? ''}/config`, { headers: { 'x-again': '1' } })).json() as { readonly dependencies: readonly { readonly api_name: string }[] };
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ ...config, dependencies: config.dependencies.filter(({ api_name }) => isKept(api_name)) }));
    return true;
  };
}

async function failure(options: SpaceOptions, pluginOptions: Partial<GradioSpacePluginOptions> = {}) {
  const space = await openSpace(options);
  const { error } = await run(providerAt(space, pluginOptions));
  expect(space.requests.some(({ path }) => path.includes('/call/'))).toBe(false);
  return error;
}

describe('the function', () => {
  it('is the only one that gives a picture', async () => {
    const space = await openSpace({ intercept: describing((name) => ['infer', 'spell', 'odd_number', 'rest'].includes(name)) });
    expect((await run(providerAt(space), SMALL)).error).toBeUndefined();
    expect(pathsOf(space)).toContain('POST /gradio_api/call/infer');
  });

  it('is found where a click and the return key are two names of it', async () => {
    const { paint } = painter({ prompt: { type: 'textbox', label: 'Prompt' } });
    const space = await openSpace({ functions: { paint, paint_1: paint }, intercept: describing((name) => name.startsWith('paint')) });
    expect((await run(providerAt(space))).error).toBeUndefined();
    expect(pathsOf(space)).toContain('POST /gradio_api/call/paint');
  });

  it('gives previews where it is a generator', async () => {
    const space = await openSpace();
    const provider = providerAt(space, { apiName: 'preview' });
    const { events } = await run(provider, { ...SMALL, numInferenceSteps: 4 });
    expect(provider.capabilities().previews).toBe(true);
    expect(events.some(({ type }) => type === 'preview')).toBe(true);
  });

  it('may give a gallery', async () => {
    const space = await openSpace();
    expect((await run(providerAt(space, { apiName: 'gallery' }))).image?.urls).toHaveLength(2);
  });

  it('has to be named among several, which are listed', async () => {
    const error = await failure({ intercept: describing((name) => ['infer', 'preview', 'spell'].includes(name)) });
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).toMatch(/127\.0\.0\.1:\d+ has several functions that give pictures, one of which has to be named: infer, preview\./u);
  });

  it('is missing where none gives a picture; those that there are are listed', async () => {
    const error = await failure({ intercept: describing((name) => ['spell', 'odd_number'].includes(name)) });
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).toMatch(/has no function that gives a picture; its functions are spell, odd_number\./u);
  });

  it('is missing where there is none of that name, with the nearest one', async () => {
    const error = await failure({ intercept: describing((name) => ['infer', 'spell'].includes(name)) }, { apiName: 'infr' });
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).toMatch(/has no function infr; those that give pictures are infer\. Perhaps infer is meant\./u);
  });
});

describe('a Space that does not describe itself', () => {
  it('is no Space, or private', async () => {
    expect(await failure({ token: 'hf_private' })).toBeInstanceOf(SpacePrivateError);
    const space = await openSpace({ token: 'hf_private' });
    expect((await run(providerAt(space, { apiName: 'infer', apiKey: 'hf_private' }), SMALL)).error).toBeUndefined();
    expect((await run(providerAt(space, { apiName: 'infer' }), { ...SMALL, apiKey: 'hf_private' })).error).toBeUndefined();
  });

  it('is asleep', async () => {
    expect(await failure({ state: 'sleeping' })).toMatchObject({ code: 'unavailable', retryable: true, billed: 'no' });
  });

  it('is no server at all', async () => {
    const { error } = await run(providerAt({ url: 'http://127.0.0.1:1' }));
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ billed: 'no' });
  });

  it('is asked again in the next run', async () => {
    const space = await openSpace({ state: 'sleeping' });
    const provider = providerAt(space, { apiName: 'infer' });
    await run(provider);
    space.setState('running');
    expect((await run(provider, SMALL)).error).toBeUndefined();
  });

  it('only in /info, as some Gradios do, is understood by its labels', async () => {
    const space = await openSpace({ intercept: (request, response) => request.url?.endsWith('/info') === true && (response.writeHead(500).end('Internal Server Error'), true) });
    const provider = providerAt(space, { apiName: 'infer', inputs: { number_of_inference_steps: 'numInferenceSteps' } });
    const { image, error } = await run(provider, { negativePrompt: 'fog', seed: 42, width: 512, height: 512, guidanceScale: 7, numInferenceSteps: 2 });
    expect(error).toBeUndefined();
    expect(JSON.parse(space.requests.find(({ path }) => path.includes('/call/'))?.body ?? '')).toMatchObject({ data: ['a lake', 'fog', 42, false, 512, 512, 7, 2] });
    expect(image?.seed).toBe(42);
  });

  it('but what no client could read, is told', async () => {
    const error = await failure({ intercept: (_request, response) => (response.setHeader('content-type', 'application/json').end('{"components":[]}'), true) });
    expect(error).toMatchObject({ code: 'protocol', billed: 'no' });
  });
});
