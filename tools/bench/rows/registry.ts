import { compare } from '../comparison.ts';
import { takeTurns } from '../processes/take-turns.ts';
import type { Row } from '../row.ts';

/** What the registry costs: looking a provider up, and going on to the next one. */
export const registry: Row = {
  title: 'Registry',
  measure: async (effort) => {
    const runs = effort === 'quick' ? 1 : 5;
    const lookUp = await takeTurns({ program: 'registry-look-up.js', subjects: ['registry'], runs, keys: ['oneNs', 'manyNs'] });
    const numbers = effort === 'quick' ? [30, 30] : [300, 200];
    const failOver = await takeTurns({ program: 'fail-over.js', subjects: ['hand', 'registry'], runs, numbers, keys: ['failOverMs'] });
    return [
      compare({ what: 'ns for a look-up, 1 plugin', digits: 0, ours: lookUp.registry.map(({ oneNs }) => oneNs) }),
      compare({ what: 'ns for a look-up, 100 plugins', digits: 0, ours: lookUp.registry.map(({ manyNs }) => manyNs) }),
      compare({
        what: 'ms for a fail-over', digits: 2,
        ours: failOver.registry.map(({ failOverMs }) => failOverMs), bound: failOver.hand.map(({ failOverMs }) => failOverMs),
      }),
    ];
  },
};
