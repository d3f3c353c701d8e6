import { setTimeout as sleep } from 'node:timers/promises';
import type { SpaceFunction } from '../space-function.ts';
import { duration, result, secondsTaken } from './components.ts';
import { paintImage } from './paint-image.ts';
import { readNumber } from './read-input.ts';

/** Takes as many seconds as it is told, reporting its progress every 50 ms. */
export const slow: SpaceFunction = {
  inputs: { seconds: duration },
  outputs: [result, secondsTaken],
  async *run({ inputs: [wanted], signal }) {
    const seconds = readNumber(wanted);
    const start = performance.now();
    for (;;) {
      const passed = (performance.now() - start) / 1000;
      if (passed >= seconds) break;
      yield { type: 'progress', fraction: passed / seconds };
      await sleep(Math.min((seconds - passed) * 1000, 50), undefined, { signal });
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

/** Takes as many seconds as it is told, and says nothing meanwhile. */
export const rest: SpaceFunction = {
  inputs: { seconds: duration },
  outputs: [secondsTaken],
  async *run({ inputs: [wanted], signal }) {
    const seconds = readNumber(wanted);
    await sleep(seconds * 1000, undefined, { signal });
    yield { type: 'outputs', values: [seconds] };
  },
};
