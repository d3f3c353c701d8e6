import { compare } from '../comparison.ts';
import { takeTurns } from '../processes/take-turns.ts';
import type { Row } from '../row.ts';

const MEBIBYTE = 1024 * 1024;
const KEYS = ['megabytesPerSecond', 'firstPeakBytes', 'peakBytes'] as const;

/** Previews of 4 MB each, thirty in a generation, as fast as they are taken. */
export const largePreviews: Row = {
  title: 'Stream of 4 MB previews',
  measure: async (effort) => {
    const [runs, generations] = effort === 'quick' ? [1, 1] : [3, 3];
    const { hand, registry, gradio } = await takeTurns({ program: 'large-previews.js', subjects: ['hand', 'registry', 'gradio'], runs, numbers: [generations], keys: KEYS });
    const of = (valueOf: (sample: (typeof hand)[number]) => number) => ({ ours: registry.map(valueOf), bound: hand.map(valueOf), gradio: gradio.map(valueOf) });
    return [
      compare({ what: 'MB a second', digits: 0, ...of(({ megabytesPerSecond }) => megabytesPerSecond), expectations: [{ kind: 'least', ratio: 0.8 }] }),
      compare({ what: 'MiB resident at most', digits: 0, ...of(({ peakBytes }) => peakBytes / MEBIBYTE), expectations: [{ kind: 'most', ratio: 1.3 }] }),
      compare({
        what: 'the same, as a multiple of that of the first generation', digits: 2, ratio: false,
        ...of(({ peakBytes, firstPeakBytes }) => peakBytes / firstPeakBytes), expectations: [{ kind: 'under', limit: 1.2 }],
      }),
    ];
  },
};
