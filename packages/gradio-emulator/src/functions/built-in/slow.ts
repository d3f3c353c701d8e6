import { setTimeout as sleep } from 'node:timers/promises';
import type { SpaceFunction } from '../space-function.ts';
import { duration, result } from './components.ts';
import { paintImage } from './paint-image.ts';
import { readNumber } from './read-input.ts';

/** Takes as many seconds as it is told, reporting its progress every 50 ms. */
export const slow: SpaceFunction = {
  inputs: { seconds: duration },
  outputs: [result, { type: 'number', label: 'Seconds' }],
  async *run({ inputs: [wanted], signal }) {
    const seconds = readNumber(wanted);
    const start = performance.now();
    for (;;) {
      const left = seconds * 1000 - (performance.now() - start);
      if (left <= 0) break;
      await sleep(Math.min(left, 50), undefined, { signal });
      yield { type: 'progress', fraction: Math.min((performance.now() - start) / (seconds * 1000), 1) };
    }
    yield { type: 'outputs', values: [await paintImage('slow'), seconds] };
  },
};

/** Shows a new picture every 100 ms until its seconds are over. */
export const slowStream: SpaceFunction = {
  inputs: { seconds: duration },
  outputs: [result],
  generator: true,
  async *run({ inputs: [wanted], signal }) {
    const seconds = readNumber(wanted);
    const start = performance.now();
    for (let shown = 0; shown * 100 < seconds * 1000; shown += 1) {
      // Counted from the start, so that painting does not add to the pace.
      await sleep(Math.max(start + (shown + 1) * 100 - performance.now(), 0), undefined, { signal });
      yield { type: 'outputs', values: [await paintImage('slow stream', shown)] };
    }
  },
};
