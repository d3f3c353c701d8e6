import { createRegistry } from '@hypotez/provider-core';
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
      for (const { id, aliases } of trial.plugin.models) {
        for (const name of [id, ...aliases]) {
          const found = (() => { try { return registry.resolve(name).getModel(name); } catch { return undefined; } })();
          requireThat(found === id, `The name "${name}" leads to ${String(found)} in the place of ${id}.`, 'Give the models of the catalogue to definePlugin and the same catalogue to ProviderModelMixin.');
        }
      }
    },
  },
  {
    id: 'order',
    title: 'gives previews before exactly one image',
    run: async (subject) => {
      await using trial = await openTrial(subject);
      const outcome = await trial.run();
      requireImage(outcome);
      requireThat(outcome.images.length === 1, `One image was asked for and ${outcome.images.length.toString()} came.`, 'Yield one ImageResponse for each image.');
      requireThat(outcome.events.at(-1)?.type === 'image', 'Something came after the image.', 'End the generator after its last image.');
    },
  },
  {
    id: 'capabilities',
    title: 'can what it says',
    run: async (subject) => {
      await using trial = await openTrial(subject);
      const { events } = await trial.run();
      const { previews, queuePosition } = subject.scenario.capabilities;
      const seen = { previews: events.some(({ type }) => type === 'preview'), queuePosition: events.some((event) => event.type === 'progress' && event.queuePosition !== undefined) };
      requireThat(seen.previews === previews, `capabilities.previews is ${String(previews)}, but previews ${seen.previews ? 'came' : 'did not come'}.`, 'Yield an ImagePreview for each, or correct the capabilities.');
      requireThat(seen.queuePosition === queuePosition, `capabilities.queuePosition is ${String(queuePosition)}, but a place in the queue ${seen.queuePosition ? 'was' : 'was not'} told.`, 'Give queuePosition with the stage queued, or correct the capabilities.');
    },
  },
  {
    id: 'seed',
    title: 'reports the seed, or says that it cannot',
    run: async (subject) => {
      await using trial = await openTrial(subject);
      if (!subject.scenario.capabilities.seedInAnswer) return;
      const { seed } = requireImage(await trial.run());
      const { min, max } = trial.provider.bounds.seed;
      requireThat(Number.isInteger(seed) && Number(seed) >= min && Number(seed) <= max, `The image has the seed ${String(seed)}.`, 'Give the seed that was used to ImageResponse, or set capabilities.seedInAnswer to false.');
    },
  },
];
