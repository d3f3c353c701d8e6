import { ConfigurationError, InvalidRequestError, UnsupportedOptionError, type ImageRequest } from '@hypotez/provider-core';
import { runToEnd } from '@hypotez/provider-testkit';
import { describe, expect, it } from 'vitest';
import { openAiCompatible, type OpenAiCompatibleOptions } from './index.ts';
import { openServer, providerAt } from './testing/open-server.ts';

describe('a wrong request', () => {
  it.each<readonly [string, ImageRequest, string]>([
    ['a side off the grid', { width: 1000, height: 1024 }, 'width'],
    ['eleven images', { n: 11 }, 'n'],
    ['a size that an older model does not have', { model: 'gpt-image-1.5', width: 1024, height: 512 }, 'width'],
    ['a ratio that an older model does not have', { model: 'gpt-image-1.5', aspectRatio: '21:9' }, 'aspectRatio'],
    ['four previews', { providerOptions: { openai: { partial_images: 4 } } }, 'providerOptions.openai.partial_images'],
    ['half a preview', { providerOptions: { openai: { partial_images: 0.5 } } }, 'providerOptions.openai.partial_images'],
    ['a stream that is a text', { providerOptions: { openai: { stream: 'true' } } }, 'providerOptions.openai.stream'],
    ...['model', 'prompt', 'n', 'size', 'image', 'image[]', 'images', 'mask'].map((name) =>
      [`the option ${name}, which is a field of its own`, { providerOptions: { openai: { [name]: 'x' } } }, `providerOptions.openai.${name}`] as const),
  ])('with %s is refused before anything is sent', async (_name, request, field) => {
    const server = await openServer();
    const models = [{ id: 'gpt-image-2', aliases: [] }, { id: 'gpt-image-1.5', aliases: [] }] as const;
    const { error } = await runToEnd(providerAt(server, { id: 'openai', models }), { prompt: 'a lake', ...request });
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({ billed: 'no', provider: 'openai', problems: expect.arrayContaining([expect.objectContaining({ field })]) as unknown });
    expect(server.connections).toBe(0);
  });

  it.each<readonly [string, ImageRequest]>([
    ['seed', { seed: 5 }], ['negativePrompt', { negativePrompt: 'people' }], ['guidanceScale', { guidanceScale: 4 }], ['numInferenceSteps', { numInferenceSteps: 8 }],
  ])('with %s, which OpenAI does not have, is one that another provider may serve', async (field, request) => {
    const server = await openServer();
    const { error } = await runToEnd(providerAt(server), { prompt: 'a lake', ...request });
    expect(error).toBeInstanceOf(UnsupportedOptionError);
    expect(error).toMatchObject({ problems: [{ field }] });
    expect(server.connections).toBe(0);
  });
});

describe('a wrong option of the plugin', () => {
  it.each<readonly [string, object]>([
    ['url', { url: 'localhost:8080' }], ['apiKey', { apiKey: 'two words' }], ['dialect', { dialect: 'a1111' }], ['imageOrigins', { imageOrigins: ['http://localhost:8080/'] }], ['imageOrigins', { imageOrigins: ['localhost'] }],
  ])('%s is told before anything is sent: %j', async (name, options: OpenAiCompatibleOptions) => {
    const server = await openServer();
    const make = (): unknown => providerAt(server, { ...options });
    expect(() => ('url' in options ? openAiCompatible(options).create(undefined as never, {}) : make())).toThrow(ConfigurationError);
    expect(() => ('url' in options ? openAiCompatible(options).create(undefined as never, {}) : make())).toThrow(name);
  });

  it('models that share a name are told', () => {
    expect(() => openAiCompatible({ models: [{ id: 'a', aliases: ['sd'] }, { id: 'b', aliases: ['sd'] }] })).toThrow(ConfigurationError);
  });
});
