import { describe, expect, it } from 'vitest';
import { MissingImagesError } from '../errors/missing-images-error.ts';
import type { ProviderError } from '../errors/provider-error.ts';
import { RejectedError } from '../errors/rejected-error.ts';
import { UnavailableError } from '../errors/unavailable-error.ts';
import type { ImageEvent } from '../events/image-event.ts';
import { settle } from '../testing/barrier.ts';
import { examplePlugin, type ExamplePlugin } from '../testing/example-plugin.ts';
import { exampleRegistry } from '../testing/example-registry.ts';
import { NOTHING_LEFT, image, outcomeOf, preview } from '../testing/example-run.ts';

const full = (): ProviderError => new UnavailableError('Full.', { retryable: false });
const billed = (): ProviderError => new UnavailableError('Lost.', { billed: 'maybe' });

/** A plugin of up to four images; those with these seeds fail, each after a preview. */
function failingAt(id: string, failures: Readonly<Record<number, () => ProviderError>> = {}): ExamplePlugin {
  return examplePlugin(id, {
    images: 4,
    generate: async function* ({ seed = 0 }) {
      const failure = failures[seed];
      yield preview();
      if (failure !== undefined) throw failure();
      yield image({ provider: id, seed });
    },
  });
}

/** The images that came: provider, index and seed of each, by index. */
const imagesOf = (events: readonly ImageEvent[]): readonly unknown[] =>
  events.filter((event) => event.type === 'image').toSorted((left, right) => left.index - right.index).map(({ provider, index, seed }) => [provider, index, seed]);

const REQUEST = { prompt: 'a castle', n: 4, seed: 10 };

describe('several images of a registry', () => {
  it('come from the next provider where the first one has none, and only those', async () => {
    const [a, b] = [failingAt('a', { 11: full, 13: full }), failingAt('b')];
    const { registry, leftovers } = exampleRegistry([a, b]);
    const { events, error } = await outcomeOf(registry.generate('sd-3.5', REQUEST));
    expect(error).toBeUndefined();
    expect(imagesOf(events)).toEqual([['a', 0, 10], ['b', 1, 11], ['a', 2, 12], ['b', 3, 13]]);
    expect(b.generations.map(({ seed }) => seed)).toEqual([11, 13]);
    expect(events.filter((event) => event.type === 'progress' && event.stage === 'attempt')).toMatchObject([{ provider: 'b', reason: 'missing_images' }]);
    await settle();
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });

  it('are those alone that are asked for by index, wherever they come from', async () => {
    const [a, b] = [failingAt('a', { 11: full }), failingAt('b')];
    const { events, error } = await outcomeOf(exampleRegistry([a, b]).registry.generate('sd-3.5', { ...REQUEST, indexes: [1, 3] }));
    expect(error).toBeUndefined();
    expect(imagesOf(events)).toEqual([['b', 1, 11], ['a', 3, 13]]);
    expect([a, b].map(({ generations }) => generations.map(({ seed }) => seed))).toEqual([[11, 13], [11]]);
  });

  it('are not asked for by a list of no index, which the provider refuses', async () => {
    const { error } = await outcomeOf(exampleRegistry([failingAt('a')]).registry.generate('sd-3.5', { ...REQUEST, indexes: [] }));
    expect(error).toMatchObject({ code: 'invalid_request', problems: [{ field: 'indexes' }] });
  });

  it('have previews of which those are superseded whose image did not come', async () => {
    const { events } = await outcomeOf(exampleRegistry([failingAt('a', { 11: full }), failingAt('b')]).registry.generate('sd-3.5', REQUEST));
    expect(events.filter((event) => event.type === 'preview').map(({ index, superseded }) => [index, superseded]).toSorted()).toEqual([[0, false], [1, false], [1, true], [2, false], [3, false]]);
  });

  it('are not asked for elsewhere where that could cost twice; the others are', async () => {
    const [a, b] = [failingAt('a', { 11: billed, 13: full }), failingAt('b')];
    const { events, error } = await outcomeOf(exampleRegistry([a, b]).registry.generate('sd-3.5', REQUEST));
    expect(imagesOf(events)).toEqual([['a', 0, 10], ['a', 2, 12], ['b', 3, 13]]);
    expect(b.generations.map(({ seed }) => seed)).toEqual([13]);
    expect(error).toBeInstanceOf(MissingImagesError);
    expect(error).toMatchObject({ failures: [{ index: 1, error: { message: 'Lost.' } }], billed: 'maybe' });
  });

  it('are never asked for again at one that may send a bill, not even with others that it may be asked for again', async () => {
    const busy = (): ProviderError => new UnavailableError('Busy.');
    const [a, b] = [failingAt('a', { 10: busy, 11: billed }), failingAt('b', { 10: busy, 11: busy })];
    const { registry, clock } = exampleRegistry([a, b], { failOver: { onMaybeBilled: true } });
    const outcome = outcomeOf(registry.generate('sd-3.5', REQUEST));
    const ended = outcome.then(() => true);
    while (!(await Promise.race([ended, settle().then(() => false)]))) {
      clock.advance(100);
    }
    expect(a.generations.filter(({ seed }) => seed === 11)).toHaveLength(1);
  });

  it('are missing with every attempt where several providers have none', async () => {
    const { events, error } = await outcomeOf(exampleRegistry([failingAt('a', { 12: full }), failingAt('b', { 12: () => new RejectedError('Bad.') })]).registry.generate('sd-3.5', REQUEST));
    expect(imagesOf(events)).toHaveLength(3);
    expect(error).toMatchObject({
      code: 'missing_images', failures: [{ index: 2, error: { code: 'all_providers_failed', attempts: [{ provider: 'a', error: { code: 'missing_images' } }, { provider: 'b', error: { code: 'missing_images' } }] } }],
    });
  });

  it('fail as one where none of them came', async () => {
    const [a, b] = [10, 11, 12, 13].reduce<Readonly<Record<number, () => ProviderError>>[]>(([one, other], seed) => [{ ...one, [seed]: full }, { ...other, [seed]: full }], [{}, {}]);
    const { events, error } = await outcomeOf(exampleRegistry([failingAt('a', a), failingAt('b', b)]).registry.generate('sd-3.5', REQUEST));
    expect(imagesOf(events)).toEqual([]);
    expect(error).toMatchObject({ code: 'all_providers_failed', attempts: [{ provider: 'a' }, { provider: 'b' }] });
  });

  it('fail for the reason of each where none came and their reasons differ', async () => {
    const busy = (): ProviderError => new UnavailableError('Busy.', { retryAfterMs: 0 });
    const a = failingAt('a', { 10: () => new RejectedError('Bad.'), 11: busy });
    const { error } = await outcomeOf(exampleRegistry([a], { retries: 1 }).registry.generate('sd-3.5', { ...REQUEST, n: 2 }));
    expect(a.generations.map(({ seed }) => seed)).toEqual([10, 11, 11]);
    expect(error).toMatchObject({ code: 'missing_images', failures: [{ index: 0, error: { message: 'Bad.' } }, { index: 1, error: { message: 'Busy.' } }] });
  });

  it('leave a provider alone as long as it asks for that, though some of them came', async () => {
    const a = failingAt('a', { 11: () => new UnavailableError('Busy.', { retryAfterMs: 30_000 }) });
    const { registry, clock } = exampleRegistry([a, failingAt('b')]);
    // Something is known of the first one only after its first failure.
    for (let run = 0; run < 2; run += 1) {
      await outcomeOf(registry.generate('sd-3.5', { ...REQUEST, n: 2 }));
      expect(imagesOf((await outcomeOf(registry.generate('sd-3.5', { ...REQUEST, n: 2 }))).events)).toEqual([['b', 0, 10], ['b', 1, 11]]);
      clock.advance(30_000);
    }
  });

  it('are asked for again where nobody else is left, and only those', async () => {
    const a = failingAt('a', { 12: () => new UnavailableError('Full.', { retryAfterMs: 0 }) });
    const { error } = await outcomeOf(exampleRegistry([a], { retries: 1 }).registry.generate('sd-3.5', REQUEST));
    expect(error).toMatchObject({ code: 'missing_images', failures: [{ index: 2, error: { message: 'Full.' } }] });
    expect(a.generations.map(({ seed }) => seed)).toEqual([10, 11, 12, 13, 12]);
  });
});
