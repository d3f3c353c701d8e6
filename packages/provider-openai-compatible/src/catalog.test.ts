import { createRegistry } from '@hypotez/provider-core';
import { runToEnd } from '@hypotez/provider-testkit';
import { describe, expect, it } from 'vitest';
import { OpenAiCompatibleProvider, openAiCompatible } from './index.ts';
import { openServer, providerAt } from './testing/open-server.ts';

describe('openAiCompatible', () => {
  it('serves the models of OpenAI at its own address, none of which is shut down', () => {
    const { id, models, open } = openAiCompatible();
    expect([id, open]).toEqual(['openai-compatible', true]);
    expect(models.map((model) => model.id)).toEqual([
      'gpt-image-2', 'gpt-image-2.5-sunburst', 'gpt-image-2.5-flare', 'gpt-image-2.6-sunburst', 'gpt-image-2.6-flare', 'gpt-image-1.5', 'gpt-image-1-mini', 'chatgpt-image-latest',
    ]);
    for (const shutDown of ['gpt-image-1', 'dall-e-2', 'dall-e-3']) expect(models.map((model) => model.id)).not.toContain(shutDown);
  });

  it('claims nothing of another server but that it has a model', () => {
    expect(openAiCompatible({ url: 'http://127.0.0.1:8080/v1' }).models.map(({ id, aliases }) => ({ id, aliases }))).toEqual([{ id: 'default', aliases: [] }]);
  });

  it('serves several servers in one registry, each by its id', () => {
    using registry = createRegistry([
      openAiCompatible({ id: 'left', url: 'http://127.0.0.1:8080/v1', models: [{ id: 'sd-cpp-local', aliases: ['sd-3.5'] }] }),
      openAiCompatible({ id: 'right', url: 'http://127.0.0.1:8081/v1', models: [{ id: 'flux.1-dev', aliases: ['flux'] }, { id: 'stablediffusion', aliases: ['sd-3.5'] }] }),
    ]);
    expect(registry.candidates('sd-3.5').map(({ id, model }) => [id, model])).toEqual([['left', 'sd-cpp-local'], ['right', 'stablediffusion']]);
    expect(registry.resolve('flux')).toBeInstanceOf(OpenAiCompatibleProvider);
    expect(registry.resolve('flux')).toMatchObject({ id: 'right', url: 'http://127.0.0.1:8081/v1', defaultModel: 'flux.1-dev' });
  });

  it('lets names through that nobody listed', async () => {
    const server = await openServer();
    await using registry = createRegistry([openAiCompatible({ url: `${server.url}/v1` })]);
    const models: string[] = [];
    for await (const event of registry.generate('openai-compatible/org/model:v2', { prompt: 'a lake' })) if (event.type === 'image') models.push(event.model);
    expect(models).toEqual(['org/model:v2']);
    expect(JSON.parse(server.requests[0]?.body ?? '')).toMatchObject({ model: 'org/model:v2' });
  });
});

describe('a model', () => {
  it('of the option keeps OpenAI\'s own limits under its own name, but for what it changes', () => {
    const provider = providerAt({ url: 'http://127.0.0.1:1' }, { models: [{ id: 'gpt-image-1.5', aliases: ['painter'], bounds: { n: { min: 1, max: 2 } } }, { id: 'sd', aliases: [], capabilities: { previews: false } }] });
    expect(provider.boundsFor('gpt-image-1.5')).toMatchObject({ n: { max: 2 }, size: { sizes: expect.arrayContaining([{ width: 1536, height: 1024 }]) as unknown } });
    expect(provider.boundsFor('sd')).toMatchObject({ n: { max: 10 }, size: { max: 3840, multipleOf: 16 } });
    expect(provider.capabilities('sd')).toMatchObject({ previews: false, mask: true });
    expect(provider.getModel('painter')).toBe('gpt-image-1.5');
  });

  it('is the first one, or the one of the settings, when a request names none', async () => {
    const server = await openServer();
    await runToEnd(providerAt(server, { models: [{ id: 'a', aliases: [] }, { id: 'b', aliases: ['b1'] }] }), { prompt: 'a lake' });
    await runToEnd(providerAt(server, { models: [{ id: 'a', aliases: [] }, { id: 'b', aliases: ['b1'] }], model: 'b1' }), { prompt: 'a lake' });
    expect(server.requests.map(({ body }) => (JSON.parse(body) as { readonly model: string }).model)).toEqual(['a', 'b']);
  });

  it('that is the server\'s own choice is not named to it', async () => {
    const server = await openServer();
    const { images } = await runToEnd(providerAt(server), { prompt: 'a lake' });
    expect(JSON.parse(server.requests[0]?.body ?? '')).not.toHaveProperty('model');
    expect(images[0]?.model).toBe('default');
    await runToEnd(providerAt(server, { models: [{ id: 'default', aliases: [] }] }), { prompt: 'a lake' });
    expect(JSON.parse(server.requests[1]?.body ?? '')).toMatchObject({ model: 'default' });
  });
});
