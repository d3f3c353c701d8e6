import type { ProviderError } from '../errors/provider-error.ts';
import { examplePlugin, type ExamplePlugin } from './example-plugin.ts';
import { image } from './example-run.ts';

/** What becomes of a call: an error, or the image. */
export type Outcome = (() => ProviderError) | 'image';

/** Makes a plugin whose calls end one after the other as the list says; the last one holds for all that follow. */
export function scriptedOutcomes(id: string, ...outcomes: readonly Outcome[]): ExamplePlugin {
  let calls = 0;
  return examplePlugin(id, {
    generate: async function* () {
      const outcome = outcomes[Math.min(calls, outcomes.length - 1)];
      calls += 1;
      if (typeof outcome === 'function') throw outcome();
      yield image({ provider: id });
    },
  });
}
