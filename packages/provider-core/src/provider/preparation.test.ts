import { describe, expect, it } from 'vitest';
import { AbortedError } from '../errors/aborted-error.ts';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { NetworkError } from '../errors/network-error.ts';
import { UnsupportedOptionError } from '../errors/unsupported-option-error.ts';
import type { ImageRequest } from '../request/image-request.ts';
import type { GenerationBounds } from '../request/generation-limits.ts';
import { BOUNDS, CAPABILITIES, ExampleProvider } from '../testing/example-provider.ts';
import { image } from '../testing/example-run.ts';
import { IMAGE_FIXTURES } from '../testing/image-fixtures.ts';
import type { Capabilities } from './capabilities.ts';
import type { Generation } from './generation.ts';

const WIDE: GenerationBounds = { ...BOUNDS, size: { min: 1, max: 9999 }, n: { min: 1, max: 4 }, imagesPerCall: 1 };
const NARROW: GenerationBounds = { ...BOUNDS, size: { min: 256, max: 512, multipleOf: 64 }, n: { min: 1, max: 4 }, imagesPerCall: 1 };

/** Knows what its model accepts only after it has asked. */
class LearningProvider extends ExampleProvider {
  readonly asked: object[] = [];
  ask: (signal?: AbortSignal) => Promise<void> = () => Promise.resolve();
  #isKnown = false;

  override capabilities(): Capabilities {
    return this.#isKnown ? { ...CAPABILITIES, negativePrompt: false } : CAPABILITIES;
  }

  override boundsFor(): GenerationBounds {
    return this.#isKnown ? NARROW : WIDE;
  }

  protected override preparation(checked: Pick<Generation, 'model' | 'apiKey' | 'proxy'>) {
    if (this.#isKnown) return undefined;
    return async (signal?: AbortSignal): Promise<void> => {
      this.asked.push(checked);
      await this.ask(signal);
      this.#isKnown = true;
    };
  }
}

async function run(provider: LearningProvider, request: ImageRequest) {
  const types: string[] = [];
  try {
    for await (const { type } of provider.createAsyncGenerator({ prompt: 'a cat', ...request })) types.push(type);
    return { types, error: undefined };
  } catch (error) {
    return { types, error };
  }
}

describe('a provider that has to ask what its model accepts', () => {
  it('asks inside the first run, and never again', async () => {
    const provider = new LearningProvider();
    expect((await run(provider, { apiKey: 'key', proxy: 'http://127.0.0.1:3128' })).types).toEqual(['image']);
    expect((await run(provider, {})).types).toEqual(['image']);
    expect(provider.asked).toMatchObject([{ model: 'stable-diffusion-3.5-large', apiKey: 'key', proxy: 'http://127.0.0.1:3128' }]);
  });

  it('fills in what it learned', async () => {
    const provider = new LearningProvider();
    await run(provider, {});
    expect(provider.generations).toMatchObject([{ width: 512, height: 512 }]);
  });

  it('checks the request again, against what it learned', async () => {
    const provider = new LearningProvider();
    const { error } = await run(provider, { width: 4096 });
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({ problems: [{ field: 'width' }], billed: 'no', provider: 'example' });
    expect((await run(new LearningProvider(), { negativePrompt: 'a dog' })).error).toBeInstanceOf(UnsupportedOptionError);
    expect(provider.generations).toEqual([]);
  });

  it('does not ask for a request that nothing could make right', async () => {
    const provider = new LearningProvider();
    expect((await run(provider, { width: 0.5 })).error).toBeInstanceOf(InvalidRequestError);
    expect(provider.asked).toEqual([]);
  });

  it('does not ask for a request whose picture is none', async () => {
    const provider = new LearningProvider();
    expect((await run(provider, { images: [new Uint8Array([1, 2, 3])] })).error).toMatchObject({ code: 'invalid_request', problems: [{ field: 'images[0]' }], billed: 'no' });
    expect(provider.asked).toEqual([]);
  });

  it('reads the pictures of the request once, before it asks', async () => {
    const provider = new LearningProvider();
    let readings = 0;
    const picture = new (class extends Blob {
      override arrayBuffer(): Promise<ArrayBuffer> {
        readings += 1;
        return super.arrayBuffer();
      }
    })([Buffer.from(IMAGE_FIXTURES.png, 'base64')]);
    expect((await run(provider, { images: [picture] })).types).toEqual(['image']);
    expect(provider.generations[0]?.images).toMatchObject([{ mediaType: 'image/png' }]);
    expect(readings).toBe(1);
  });

  it('asks once for several images', async () => {
    const provider = new LearningProvider();
    expect((await run(provider, { n: 3, seed: 1 })).types).toEqual(['image', 'image', 'image']);
    expect(provider.asked).toHaveLength(1);
    expect(provider.generations.map(({ seed }) => seed)).toEqual([1, 2, 3]);
  });

  it('fails when it cannot ask, which cost nothing, and asks again in the next run', async () => {
    const provider = new LearningProvider();
    provider.ask = () => Promise.reject(new NetworkError('There is no network here.'));
    expect((await run(provider, {})).error).toMatchObject({ code: 'network', billed: 'no' });
    provider.ask = () => Promise.resolve();
    expect((await run(provider, {})).types).toEqual(['image']);
    expect(provider.asked).toHaveLength(2);
  });

  it('stops asking when the run is aborted, which cost nothing', async () => {
    const provider = new LearningProvider();
    const controller = new AbortController();
    let seen: AbortSignal | undefined;
    provider.ask = (signal) => new Promise(() => {
      seen = signal;
      controller.abort();
    });
    const { error } = await run(provider, { signal: controller.signal });
    expect(error).toBeInstanceOf(AbortedError);
    expect(error).toMatchObject({ billed: 'no' });
    expect(seen?.aborted).toBe(true);
  });

  it('may say that work was asked for afterwards', async () => {
    const provider = new LearningProvider();
    const controller = new AbortController();
    provider.script = async function* () {
      controller.abort();
      await new Promise(() => undefined);
      yield image();
    };
    expect((await run(provider, { signal: controller.signal })).error).toMatchObject({ code: 'aborted', billed: 'maybe' });
  });
});
