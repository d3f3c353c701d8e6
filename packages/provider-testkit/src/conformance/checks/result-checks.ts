import { createRegistry, type ImageEvent } from '@hypotez/provider-core';
import type { ConformanceCheck } from '../conformance-check.ts';
import { requireThat } from '../require-that.ts';
import { openTrial } from '../trial/open-trial.ts';
import { requireImage } from '../trial/require-image.ts';

/** What a healthy service is made into. */
export const resultChecks: readonly ConformanceCheck[] = [
  {
    id: 'aliases',
    title: 'answers to each of its aliases',
    run: async (subject) => {
      await using trial = await openTrial(subject);
      await using registry = createRegistry([trial.plugin]);
      for (const { id, aliases } of trial.models) {
        for (const name of [id, ...aliases]) {
          const found = (() => { try { return registry.resolve(name).getModel(name); } catch { return undefined; } })();
          requireThat(found === id, `The name "${name}" leads to ${String(found)} in the place of ${id}.`, 'Give the models of the catalogue to definePlugin and the same catalogue to ProviderModelMixin.');
        }
      }
    },
  },
  {
    id: 'order',
    title: 'gives previews before exactly one image, for each image that was asked for',
    run: async (subject) => {
      await using trial = await openTrial(subject);
      for (const { id: model, bounds: { n: { max } } } of trial.models) {
        for (const n of new Set([1, Math.min(2, max), Math.min(3, max)])) {
          const outcome = await trial.runPlain({ model, n });
          requireImage(outcome);
          requireThat(outcome.images.length === n, `Of ${model} ${n.toString()} images were asked for, and ${outcome.images.length.toString()} came.`, 'Yield one ImageResponse for each image, as many as generation.n says.');
          requireThat(outcome.events.at(-1)?.type === 'image', 'Something came after the last image.', 'End the generator after its last image.');
          for (let index = 0; index < n; index += 1) requireOneEnd(outcome.events, index);
        }
      }
    },
  },
  {
    id: 'seed',
    title: 'reports the seed that was used, or says that it cannot',
    run: async (subject) => {
      await using trial = await openTrial(subject);
      for (const { id: model } of trial.models) {
        const { seed } = requireImage(await trial.runPlain({ model }));
        const { seedInAnswer } = trial.provider.capabilities(model);
        const { seed: range } = trial.provider.boundsFor(model);
        if (seedInAnswer) {
          const isSeed = Number.isInteger(seed) && Number(seed) >= (range?.min ?? 0) && Number(seed) <= (range?.max ?? Infinity);
          requireThat(isSeed, `The image of ${model} has the seed ${String(seed)}.`, 'Give the seed that was used to ImageResponse, or set capabilities.seedInAnswer to false.');
        } else {
          const what = `The image of ${model} has the seed ${String(seed)}, though capabilities.seedInAnswer says that the service does not tell which one it chose.`;
          requireThat(seed === undefined, what, 'Give a seed to ImageResponse only when the request named one, or set capabilities.seedInAnswer to true.');
        }
      }
    },
  },
];

/** Of one image of a run there is one final picture, and nothing after it. */
function requireOneEnd(events: readonly ImageEvent[], index: number): void {
  const own = events.filter((event) => event.type !== 'progress' && event.index === index);
  const finals = own.filter(({ type }) => type === 'image').length;
  requireThat(finals === 1, `Image ${index.toString()} came ${finals.toString()} times.`, 'Yield one ImageResponse for each image, and leave its index to the run.');
  requireThat(own.at(-1)?.type === 'image', `A preview of image ${index.toString()} came after it.`, 'Yield previews before the image that they become.');
}
