import { describe, expect, it } from 'vitest';
import { AsyncGeneratorProvider } from './async-generator-provider.ts';
import { createProviderContext } from './create-provider-context.ts';
import type { Generation } from './generation.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { ModelNotFoundError } from '../errors/model-not-found-error.ts';
import type { ImageRequest } from '../request/image-request.ts';
import { systemClock } from '../services/clock.ts';
import { systemEnvironment } from '../services/environment.ts';
import { silentLogger } from '../services/logger.ts';
import { systemRandom } from '../services/random.ts';
import { ExampleProvider } from '../testing/example-provider.ts';
import { image, outcomeOf, step } from '../testing/example-run.ts';
import { ManualClock } from '../testing/manual-clock.ts';

/** What the plugin's generator is given for a request. */
async function generationFor(request: ImageRequest, provider = new ExampleProvider()): Promise<Generation> {
  const { error } = await outcomeOf(provider.createAsyncGenerator(request));
  if (error instanceof Error) throw error;
  const [generation] = provider.generations;
  if (generation === undefined) throw new Error('The plugin was not started.');
  return generation;
}

describe('what a plugin is given', () => {
  it('is filled in with the defaults of the model', async () => {
    const { signal, ...generation } = await generationFor({ prompt: 'a cat' });
    expect(generation).toEqual({
      prompt: 'a cat', model: 'stable-diffusion-3.5-large', width: 1024, height: 1024, seed: 0, randomizeSeed: true, guidanceScale: 4.5, numInferenceSteps: 40,
      n: 1, images: [], strength: undefined, aspectRatio: '1:1', given: new Set(['prompt']), warnings: [], providerOptions: {}, negativePrompt: undefined, apiKey: undefined, proxy: undefined,
    });
    expect(signal).toBeInstanceOf(AbortSignal);
  });

  it('is what the request says, where it says something', async () => {
    const request = {
      prompt: ' a cat ', negativePrompt: 'dogs', width: 512, height: 768, seed: 7, guidanceScale: 0, numInferenceSteps: 1, n: 1, apiKey: 'key', proxy: 'http://proxy.example:3128',
      providerOptions: { example: { style: 'oil' }, another: { anything: true } },
    };
    expect(await generationFor(request)).toMatchObject({
      prompt: 'a cat', negativePrompt: 'dogs', width: 512, height: 768, seed: 7, guidanceScale: 0, numInferenceSteps: 1, n: 1, apiKey: 'key', proxy: 'http://proxy.example:3128',
      providerOptions: { style: 'oil' },
    });
  });

  it('has the prompt of the messages when there is no other', async () => {
    expect((await generationFor({ messages: [{ role: 'user', content: 'a dog' }] })).prompt).toBe('a dog');
  });

  it('takes a message with keys that are not ours', async () => {
    const message = { role: 'user', content: [{ type: 'text', text: 'a dog', cache_control: { type: 'ephemeral' } }], tool_calls: [] } as const;
    expect((await generationFor({ messages: [message] })).prompt).toBe('a dog');
  });

  it.each<[string, ImageRequest, boolean]>([
    ['chooses the seed itself when nothing is said', {}, true],
    ['uses the seed that it is given', { seed: 42 }, false],
    ['uses a seed of 0 too', { seed: 0 }, false],
    ['may still choose another one when told so', { seed: 42, randomizeSeed: true }, true],
    ['uses the default seed when told not to choose', { randomizeSeed: false }, false],
  ])('%s', async (_what, request, randomizeSeed) => {
    expect(await generationFor({ prompt: 'x', ...request })).toMatchObject({ randomizeSeed, seed: request.seed ?? 0 });
  });

  it('leaves a blank negative prompt out', async () => {
    expect((await generationFor({ prompt: 'x', negativePrompt: ' \n' })).negativePrompt).toBeUndefined();
  });

  it('lays the size out by the ratio', async () => {
    expect(await generationFor({ prompt: 'x', aspectRatio: '16:9' })).toMatchObject({ width: 1024, height: 576 });
    expect(await generationFor({ prompt: 'x', aspectRatio: '3:4', width: 768 })).toMatchObject({ width: 768, height: 1024 });
  });

  it.each<[string, ImageRequest]>([['its own name', { model: 'stable-diffusion-3.5-medium' }], ['an alias', { model: 'sd-3.5-medium' }]])('has the model by %s', async (_how, request) => {
    expect((await generationFor({ prompt: 'x', ...request })).model).toBe('stable-diffusion-3.5-medium');
  });

  it('has the model that the provider was made for when the request names none', async () => {
    const provider = new ExampleProvider(createProviderContext(), { model: 'sd-3.5-medium' });
    expect((await generationFor({ prompt: 'x' }, provider)).model).toBe('stable-diffusion-3.5-medium');
    const other = new ExampleProvider(createProviderContext(), { model: 'sd-3.5-medium' });
    expect((await generationFor({ prompt: 'x', model: 'sd-3.5' }, other)).model).toBe('stable-diffusion-3.5-large');
  });

  it('is not asked for when the model is unknown', async () => {
    await expect(generationFor({ prompt: 'x', model: 'flux' })).rejects.toBeInstanceOf(ModelNotFoundError);
  });

  it('does not share anything with the request that the application could change later', async () => {
    const request = { prompt: 'a cat', seed: 1 };
    const provider = new ExampleProvider();
    const run = provider.createAsyncGenerator(request);
    await run.next();
    request.prompt = 'a dog';
    expect(provider.generations[0]?.prompt).toBe('a cat');
  });
});

describe('createAsyncGenerator', () => {
  it('neither checks nor starts anything before the first next()', () => {
    const provider = new ExampleProvider();
    expect(() => provider.createAsyncGenerator({ seed: -1 })).not.toThrow();
    expect(provider.generations).toEqual([]);
  });

  it('gives the events of the plugin', async () => {
    const provider = new ExampleProvider();
    const events = [step(1), image()];
    provider.script = async function* () { yield* events; };
    expect((await outcomeOf(provider.createAsyncGenerator({ prompt: 'x' }))).events).toEqual(events);
  });

  it('makes runs that know nothing of each other', async () => {
    const provider = new ExampleProvider();
    const [first, second] = [provider.createAsyncGenerator({ prompt: 'a' }), provider.createAsyncGenerator({ prompt: 'b' })];
    await first.return();
    expect((await outcomeOf(second)).events).toHaveLength(1);
    expect(provider.generations.map(({ prompt }) => prompt)).toEqual(['b']);
  });

  it('works on the class alone, for providers with default options', async () => {
    const { events, error } = await outcomeOf(ExampleProvider.createAsyncGenerator({ prompt: 'a cat' }));
    expect(error).toBeUndefined();
    expect(events.map(({ type }) => type)).toEqual(['image']);
  });

  it('lets errors of the framework that a model look-up throws through', async () => {
    class Broken extends ExampleProvider {
      override getModel(): string {
        throw new ConfigurationError('No catalogue.');
      }
    }
    expect((await outcomeOf(new Broken().createAsyncGenerator({ prompt: 'x' }))).error).toMatchObject({ code: 'invalid_configuration', provider: 'example' });
  });

  it('keeps the credentials of the plugin\'s own options out of every error', async () => {
    class WithSecret extends ExampleProvider {
      protected override get secrets(): readonly string[] {
        return ['own-secret-1234'];
      }
    }
    const provider = new WithSecret();
    provider.script = async function* () {
      yield* [];
      throw new Error('refused own-secret-1234');
    };
    expect((await outcomeOf(provider.createAsyncGenerator({ prompt: 'x' }))).error).toMatchObject({ message: 'The plugin example failed: refused [redacted]' });
  });

  it('is a provider of the base class', () => {
    expect(new ExampleProvider()).toBeInstanceOf(AsyncGeneratorProvider);
  });
});

describe('createProviderContext', () => {
  it('has the services of the runtime', async () => {
    const context = createProviderContext();
    expect(context).toMatchObject({ clock: systemClock, logger: silentLogger, random: systemRandom, env: systemEnvironment, lifetime: undefined });
    await context.http.close();
  });

  it('cleans what is written to the log that it is given', () => {
    const entries: string[] = [];
    const { logger } = createProviderContext({ logger: { ...silentLogger, info: (message) => { entries.push(message); } } });
    logger.info('busy\n\u001b[2Jforged');
    expect(entries).toEqual(['busy forged']);
  });

  it('has the given ones instead', () => {
    const services = { clock: new ManualClock(), env: { A: '1' }, http: createProviderContext().http, lifetime: new AbortController().signal };
    expect(createProviderContext(services)).toMatchObject(services);
  });
});
