import { compare } from '../comparison.ts';
import { takeTurns } from '../processes/take-turns.ts';
import type { Row } from '../row.ts';

/** What the first generation of a fresh process asks of the server, and how long it waits. */
export const firstGeneration: Row = {
  title: 'First generation of a process',
  measure: async (effort) => {
    const runs = effort === 'quick' ? 1 : 5;
    const turns = { program: 'first-generation.js', subjects: ['hand', 'registry', 'gradio'], runs, keys: ['requests', 'downloads', 'firstEventMs'] } as const;
    const [near, distant] = [await takeTurns(turns), await takeTurns({ ...turns, from: 'distant' })];
    const of = (key: (typeof turns.keys)[number], { hand, registry, gradio } = near) => ({
      ours: registry.map((sample) => sample[key]),
      bound: hand.map((sample) => sample[key]),
      gradio: gradio.map((sample) => sample[key]),
    });
    return [
      compare({ what: 'requests to the result', digits: 0, ...of('requests'), expectations: [{ kind: 'under', limit: 2 }, { kind: 'ahead' }] }),
      compare({ what: 'requests for the download', digits: 0, ...of('downloads'), expectations: [{ kind: 'under', limit: 1 }] }),
      compare({ what: 'ms to the first event, with loading, no distance', digits: 0, ...of('firstEventMs') }),
      compare({ what: 'ms to the first event, with loading, 50 ms round trip', digits: 0, ...of('firstEventMs', distant), expectations: [{ kind: 'ahead' }] }),
    ];
  },
};
