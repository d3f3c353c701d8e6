import { setTimeout as sleep } from 'node:timers/promises';
import type { SpaceFunction } from '../space-function.ts';
import { prompt, secondsTaken, text } from './components.ts';
import { readText } from './read-input.ts';

/** Shows the prompt, one letter more every 100 ms. */
export const spell: SpaceFunction = {
  inputs: { prompt },
  outputs: [text],
  generator: true,
  async *run({ inputs: [given], signal }) {
    const letters = Array.from(readText(given));
    for (const index of letters.keys()) {
      yield { type: 'outputs', values: [letters.slice(0, index + 1).join('')] };
      await sleep(100, undefined, { signal });
    }
  },
};

/** A number that JSON cannot write. */
export const oddNumber: SpaceFunction = {
  inputs: {},
  outputs: [secondsTaken],
  run: () => [{ type: 'outputs', values: [Number.NaN] }],
};

/** A warning, then the first ten letters of the prompt. */
export const warn: SpaceFunction = {
  inputs: { prompt },
  outputs: [text],
  run: ({ inputs: [given] }) => [
    { type: 'log', message: 'The prompt was cut', level: 'warning' },
    { type: 'outputs', values: [Array.from(readText(given)).slice(0, 10).join('')] },
  ],
};
