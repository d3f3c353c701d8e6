import { describe, expect, it } from 'vitest';
import type { ImageEvent } from '../events/image-event.ts';
import type { ProviderPlugin } from '../provider/provider-plugin.ts';
import { examplePlugin } from '../testing/example-plugin.ts';
import { exampleRegistry } from '../testing/example-registry.ts';
import { image, outcomeOf, preview } from '../testing/example-run.ts';

/** A plugin whose run is not that of the base class, and gives its images these indexes. */
function ownRun(...indexes: readonly number[]): ProviderPlugin {
  async function* run(): AsyncGenerator<ImageEvent, void, undefined> {
    for (const index of indexes) yield image({ index });
  }
  const plugin = examplePlugin('a', { images: 4 });
  return {
    ...plugin,
    create: (context, settings) => Object.assign(plugin.create(context, settings), { createAsyncGenerator: run }),
  };
}

const indexesOf = (events: readonly ImageEvent[]): readonly unknown[] => events.filter(({ type }) => type !== 'progress').map(({ type, index }) => [type, index]);

describe('an image with an index that nobody asked for', () => {
  it('is not lost: of one image it is the first', async () => {
    const plugin = examplePlugin('a', {
      generate: async function* () {
        yield preview().withIndex(3);
        yield image({ index: 3 });
      },
    });
    const { registry } = exampleRegistry([plugin]);
    for (const run of [registry.generate('sd-3.5', { prompt: 'x' }), registry.resolve('sd-3.5').createAsyncGenerator({ prompt: 'x' })]) {
      const { events, error } = await outcomeOf(run);
      expect([indexesOf(events), error]).toEqual([[['preview', 0], ['image', 0]], undefined]);
    }
    expect(plugin.generations).toHaveLength(2);
  });

  it.each<[string, readonly number[], readonly number[]]>([
    ['is the one that is missing', [0, 7, 2], [0, 1, 2]],
    ['and was there before is the one that is missing', [1, 1, 0], [1, 0, 2]],
    ['is nothing special when it was asked for', [2, 1, 0], [2, 1, 0]],
  ])('%s', async (_what, given, told) => {
    const { events, error } = await outcomeOf(exampleRegistry([ownRun(...given)]).registry.generate('sd-3.5', { prompt: 'x', n: 3 }));
    expect([indexesOf(events), error]).toEqual([told.map((index) => ['image', index]), undefined]);
  });
});
