import { ConfigurationError, ProviderModelMixin, createProviderContext, defineCatalog } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { collect, thrownBy } from '../testing/collect.ts';
import { createOfflineHttp } from '../testing/recording-http.ts';
import { startScriptedSpace } from '../testing/scripted-space.ts';
import { QUICK_REQUEST, TEST_LIMITS, TestProvider } from '../testing/test-provider.ts';
import type { GradioSpaceOptions } from './gradio-space-options.ts';

const catalog = defineCatalog({ label: 'Two', url: 'https://owner-one.hf.space', working: true, ...TEST_LIMITS, models: [{ id: 'one', aliases: ['first'] }, { id: 'two', aliases: ['second'] }] });

/** Two models of two Spaces, the second of which is `preview` and takes no negative prompt. */
function twoSpaces(first: string, second: string, options: GradioSpaceOptions = {}, services: ConstructorParameters<typeof TestProvider>[1] = {}) {
  return new (class extends ProviderModelMixin(TestProvider, catalog) {
    override readonly url = first;
    override readonly spaces = { two: { url: second, inputs: this.inputs.filter(({ value }) => value !== 'negativePrompt') } };
  })(options, services);
}

describe('a model with a Space of its own', () => {
  it('is painted there, with its own inputs', async () => {
    const [one, two] = [await startScriptedSpace(), await startScriptedSpace()];
    const provider = twoSpaces(one.url, two.url);
    await collect(provider.createAsyncGenerator({ ...QUICK_REQUEST, model: 'first' }));
    expect(JSON.parse(one.requests[0]?.body ?? '')).toMatchObject({ data: { length: 8 } });
    expect(two.requests).toEqual([]);
    await collect(provider.createAsyncGenerator({ ...QUICK_REQUEST, model: 'second' }));
    expect(JSON.parse(two.requests[0]?.body ?? '')).toMatchObject({ data: ['a lake at dawn', 7, false, 512, 512, 4.5, 2] });
  });

  it('is what a signature is asked for by its name', async () => {
    const [one, two] = [await startScriptedSpace(), await startScriptedSpace()];
    const provider = twoSpaces(one.url, two.url);
    expect((await provider.signature()).matches).toBe(true);
    expect((await provider.signature({ model: 'second' })).differences).toContainEqual({ kind: 'count', input: 'function', expected: '7 inputs', found: '8 inputs' });
  });

  it('may be elsewhere by an option, the others stay', async () => {
    const [one, two, other] = [await startScriptedSpace(), await startScriptedSpace(), await startScriptedSpace()];
    const provider = twoSpaces(one.url, two.url, { spaces: { two: { url: other.url, apiEndpoint: '/call/preview' } } });
    for (const model of ['one', 'two']) await collect(provider.createAsyncGenerator({ ...QUICK_REQUEST, model }));
    expect([one, two, other].map(({ requests }) => requests[0]?.path)).toEqual(['/gradio_api/call/infer', undefined, '/call/preview']);
  });

  it('gets the token of the environment only where that Space is on Hugging Face', async () => {
    const http = createOfflineHttp();
    const provider = twoSpaces('https://owner-one.hf.space', 'https://space.example', {}, { http, env: { HF_TOKEN: 'hf_env' } });
    for (const model of ['one', 'two']) await collect(provider.createAsyncGenerator({ ...QUICK_REQUEST, model }));
    expect(http.requests.map(({ url }) => new URL(url).hostname)).toEqual(['owner-one.hf.space', 'space.example']);
    expect([http.secretHeaders(0), http.secretHeaders(1)]).toEqual([{ 'x-hf-authorization': 'Bearer hf_env' }, {}]);
  });

  it.each<GradioSpaceOptions['spaces']>([{ two: { url: 'space.example' } }, { two: { apiEndpoint: 'infer' } }])('is not elsewhere by a wrong option: %j', async (spaces) => {
    expect(await thrownBy(() => new TestProvider({ spaces }, createProviderContext()))).toBeInstanceOf(ConfigurationError);
  });
});
