import { compare } from '../comparison.ts';
import { takeTurns } from '../processes/take-turns.ts';
import type { Row } from '../row.ts';

/** What ten thousand generations leave on the heap. */
export const heapSlope: Row = {
  title: '10,000 generations',
  measure: async (effort) => {
    const [runs, numbers] = effort === 'quick' ? [1, [300, 1000]] : [3, [4000, 10_000]];
    const { hand, registry, gradio } = await takeTurns({ program: 'heap-slope.js', subjects: ['hand', 'registry', 'gradio'], runs, numbers, keys: ['bytesPerGeneration'] });
    const mixed = await takeTurns({ program: 'mixed-endings.js', subjects: ['registry'], runs, numbers, keys: ['bytesPerRun'] });
    const of = ({ bytesPerGeneration }: (typeof hand)[number]): number => bytesPerGeneration;
    return [
      compare({
        what: 'bytes of heap that each one leaves', digits: 0, ratio: false,
        ours: registry.map(of), bound: hand.map(of), gradio: gradio.map(of), expectations: [{ kind: 'under', limit: 100 }],
      }),
      compare({
        what: 'the same of runs that go well, are left, are aborted, fail, and fail over, in turn', digits: 0,
        ours: mixed.registry.map(({ bytesPerRun }) => bytesPerRun), expectations: [{ kind: 'under', limit: 100 }],
      }),
    ];
  },
};
