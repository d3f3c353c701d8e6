import { compare, type Expectation } from '../comparison.ts';
import { takeTurns } from '../processes/take-turns.ts';
import type { Row } from '../row.ts';

const MEBIBYTE = 1024 * 1024;
const NEAR_THE_BOUND: Expectation = { kind: 'most', ratio: 1.3 };
const KEYS = ['cpuMs', 'firstResidentBytes', 'openResidentBytes', 'openHeapBytes', 'openSockets', 'endedSockets', 'endedResidentBytes', 'keptBytes'] as const;

/** Many jobs that wait in one process at the same time, and what is left of them. */
export const openJobs: Row = {
  title: '1,000 open jobs',
  measure: async (effort) => {
    const [runs, jobs] = effort === 'quick' ? [1, 200] : [3, 1000];
    const { hand, registry, gradio } = await takeTurns({ program: 'open-jobs.js', subjects: ['hand', 'registry', 'gradio'], runs, numbers: [jobs], keys: KEYS });
    const of = (key: (typeof KEYS)[number], unit = 1) => ({
      ours: registry.map((sample) => sample[key] / unit),
      bound: hand.map((sample) => sample[key] / unit),
      gradio: gradio.map((sample) => sample[key] / unit),
    });
    return [
      compare({ what: 'MiB resident while open, the first time', digits: 0, ...of('firstResidentBytes', MEBIBYTE), expectations: [NEAR_THE_BOUND] }),
      compare({ what: 'MiB resident while open', digits: 0, ...of('openResidentBytes', MEBIBYTE), expectations: [NEAR_THE_BOUND] }),
      compare({ what: 'MiB of heap while open', digits: 1, ...of('openHeapBytes', MEBIBYTE) }),
      compare({ what: 'ms of CPU for a job', digits: 2, ...of('cpuMs'), expectations: [NEAR_THE_BOUND] }),
      compare({ what: 'sockets while open', digits: 0, ...of('openSockets'), expectations: [NEAR_THE_BOUND] }),
      compare({ what: 'sockets after all ended', digits: 0, ...of('endedSockets'), ratio: false, expectations: [{ kind: 'under', limit: 0 }] }),
      compare({ what: 'MiB resident after all ended', digits: 0, ...of('endedResidentBytes', MEBIBYTE), expectations: [NEAR_THE_BOUND] }),
      compare({ what: 'MiB of heap more than after the 1,000 before', digits: 2, ...of('keptBytes', MEBIBYTE), ratio: false, expectations: [{ kind: 'under', limit: 0.1 }] }),
    ];
  },
};
