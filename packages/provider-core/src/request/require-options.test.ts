import { describe, expect, it } from 'vitest';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { UnsupportedOptionError } from '../errors/unsupported-option-error.ts';
import type { Capabilities } from '../provider/capabilities.ts';
import { createRegistry } from '../registry/create-registry.ts';
import { examplePlugin } from '../testing/example-plugin.ts';
import { outcomeOf } from '../testing/example-run.ts';
import { BOUNDS, CAPABILITIES } from '../testing/example-provider.ts';
import type { GenerationBounds } from './generation-limits.ts';
import type { ImageRequest } from './image-request.ts';
import { requireOptions } from './require-options.ts';

const NOTHING: Capabilities = { ...CAPABILITIES, negativePrompt: false, imageInput: 0, mask: false, strength: false };
const NO_BOUNDS: GenerationBounds = { size: BOUNDS.size, n: BOUNDS.n };
const IMAGE = new Uint8Array(1);

function refusal(request: ImageRequest, capabilities: Capabilities, bounds: GenerationBounds): unknown {
  try {
    requireOptions(request, 'plain-1', capabilities, bounds);
    return undefined;
  } catch (thrown) {
    return thrown;
  }
}

describe('an option that the model lacks', () => {
  it.each<[ImageRequest, string, string]>([
    [{ negativePrompt: 'dogs' }, 'negativePrompt', 'nothing: plain-1 takes no negative prompt'],
    [{ seed: 0 }, 'seed', 'nothing: plain-1 takes no seed'],
    [{ guidanceScale: 0 }, 'guidanceScale', 'nothing: plain-1 takes no guidance scale'],
    [{ numInferenceSteps: 4 }, 'numInferenceSteps', 'nothing: plain-1 takes no number of inference steps'],
    [{ images: [IMAGE] }, 'images', 'nothing: plain-1 takes no input image'],
    [{ images: [], mask: IMAGE }, 'mask', 'nothing: plain-1 takes no mask'],
    [{ strength: 0.5 }, 'strength', 'nothing: plain-1 takes no strength'],
  ])('is refused by name: %j', (request, field, allowed) => {
    const error = refusal(request, NOTHING, NO_BOUNDS);
    expect(error).toBeInstanceOf(UnsupportedOptionError);
    expect(error).toMatchObject({ billed: 'no', code: 'invalid_request', problems: [{ field, allowed }] });
  });

  it('is no trouble when it is not asked for', () => {
    for (const request of [{}, { negativePrompt: '  ' }, { images: [] }, { randomizeSeed: true }, { seed: undefined }]) expect(refusal(request, NOTHING, NO_BOUNDS)).toBeUndefined();
  });

  it('is also one input image too many', () => {
    expect(refusal({ images: [IMAGE, IMAGE] }, { ...CAPABILITIES, imageInput: 2 }, BOUNDS)).toBeUndefined();
    expect(refusal({ images: [IMAGE, IMAGE] }, { ...CAPABILITIES, imageInput: 1 }, BOUNDS)).toMatchObject({ problems: [{ field: 'images', value: '2 images', allowed: 'at most 1 for plain-1' }] });
  });

  it('stands in one list with all others', () => {
    expect(refusal({ negativePrompt: 'x', seed: 1, mask: IMAGE }, NOTHING, NO_BOUNDS)).toMatchObject({ problems: [{ field: 'negativePrompt', value: '[hidden]' }, { field: 'seed' }, { field: 'mask' }] });
  });
});

describe('a mask or a strength without an input image', () => {
  it.each<[ImageRequest, string]>([[{ mask: IMAGE }, 'mask'], [{ strength: 0 }, 'strength']])('is wrong for every model: %j', (request, field) => {
    const error = refusal(request, CAPABILITIES, BOUNDS);
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).not.toBeInstanceOf(UnsupportedOptionError);
    expect(error).toMatchObject({ problems: [{ field, allowed: 'nothing without an input image' }] });
  });
});

describe('registry.generate', () => {
  const plain = (id: string) => examplePlugin(id, { lacks: { capabilities: { negativePrompt: false }, bounds: { seed: undefined } } });

  it('passes over a provider that lacks an option, and says so', async () => {
    const [a, b] = [plain('a'), examplePlugin('b')];
    const { events, error } = await outcomeOf(createRegistry([a, b]).generate('sd-3.5', { prompt: 'a cat', negativePrompt: 'dogs', seed: 7 }));
    expect(error).toBeUndefined();
    expect(events).toMatchObject([
      { type: 'progress', stage: 'attempt', provider: 'b', reason: 'invalid_request', message: 'a cannot do what was asked for (negativePrompt, seed), trying b' }, { type: 'image' },
    ]);
    expect([a.generations.length, b.generations.length]).toEqual([0, 1]);
  });

  it('asks it all the same the next time', async () => {
    const [a, b] = [plain('a'), examplePlugin('b')];
    const registry = createRegistry([a, b]);
    for (let count = 0; count < 10; count += 1) await outcomeOf(registry.generate('sd-3.5', { prompt: 'a cat', seed: 7 }));
    expect((await outcomeOf(registry.generate('sd-3.5', { prompt: 'a cat' }))).error).toBeUndefined();
    expect([a.generations.length, b.generations.length]).toEqual([1, 10]);
  });

  it('ends in that error when nobody has the option', async () => {
    const { error } = await outcomeOf(createRegistry([plain('a'), plain('b')]).generate('sd-3.5', { prompt: 'a cat', seed: 7 }));
    expect(error).toBeInstanceOf(UnsupportedOptionError);
    expect(error).toMatchObject({ provider: 'a', problems: [{ field: 'seed' }] });
  });

  it('does not go on with a request that is wrong in another way too', async () => {
    const b = examplePlugin('b');
    const { error } = await outcomeOf(createRegistry([plain('a'), b]).generate('sd-3.5', { prompt: 'a cat', seed: 7, width: 5 }));
    expect(error).not.toBeInstanceOf(UnsupportedOptionError);
    expect(error).toMatchObject({ provider: 'a', problems: [{ field: 'width' }, { field: 'seed' }] });
    expect(b.created).toEqual([]);
  });
});
