import { AsyncGeneratorProvider, ConfigurationError, NetworkError, createRegistry, defineCatalog, definePlugin, type PluginEvent, type ProviderError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { withPlace } from './with-place.ts';

const { models: [lake] } = defineCatalog({
  label: 'Lake', url: 'https://lake.example', working: true,
  capabilities: { previews: false, progress: true, queuePosition: false, remoteCancel: false, seedInAnswer: false, negativePrompt: false, imageInput: 0, mask: false, strength: false },
  bounds: { size: { min: 64, max: 64 }, n: { min: 1, max: 1 } },
  defaults: { aspectRatio: '1:1' },
  models: [{ id: 'lake', aliases: [] }],
});

/** A registry of a plugin at a place, whose runs begin and then fail. */
function registryOf(failure: ProviderError, left = { times: 0 }) {
  class Lake extends AsyncGeneratorProvider {
    readonly id = 'lake';
    readonly getModel = () => 'lake';
    readonly capabilities = () => lake.capabilities;
    readonly boundsFor = () => lake.bounds;
    readonly defaultsFor = () => lake.defaults;

    protected override async *generate(): AsyncGenerator<PluginEvent, void, undefined> {
      try {
        yield { type: 'progress', stage: 'started' };
        await Promise.resolve();
        throw failure;
      } finally {
        left.times += 1;
      }
    }
  }
  return createRegistry([withPlace(definePlugin({ id: 'lake', models: [lake], create: (context) => new Lake(context) }), 'hypotez.config.json: plugins[1]')], { retries: 0 });
}

async function failureOf(failure: ProviderError): Promise<unknown> {
  try {
    for await (const event of registryOf(failure).generate('lake', { prompt: 'a lake' })) expect(event.type).toBe('progress');
  } catch (thrown) {
    return thrown;
  }
  return undefined;
}

describe('a plugin of a configuration', () => {
  it('tells its place with a mistake in its options that a run meets', async () => {
    expect(await failureOf(new ConfigurationError('There is no input cfg.'))).toMatchObject({
      name: 'ConfigurationError', code: 'invalid_configuration', provider: 'lake', message: 'hypotez.config.json: plugins[1].options: There is no input cfg.',
    });
  });

  it('tells it also when it cannot be made', () => {
    const broken = definePlugin({ id: 'lake', models: [lake], create: (): AsyncGeneratorProvider => { throw new ConfigurationError('The option url is wrong.'); } });
    expect(() => createRegistry([withPlace(broken, 'hypotez.config.ts: plugins[0]')]).resolve('lake')).toThrow('hypotez.config.ts: plugins[0].options: The option url is wrong.');
  });

  it('leaves every other failure as it is', async () => {
    expect(await failureOf(new NetworkError('Gone.'))).toMatchObject({ name: 'NetworkError', message: 'Gone.' });
  });

  it('can be left like any other', async () => {
    const left = { times: 0 };
    for await (const event of registryOf(new NetworkError('Gone.'), left).generate('lake', { prompt: 'a lake' })) if (event.type === 'progress') break;
    expect(left.times).toBe(1);
  });
});
