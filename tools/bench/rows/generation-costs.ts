import { compare, type Expectation } from '../comparison.ts';
import type { Sample } from '../processes/run-program.ts';
import { takeTurns, type Samples } from '../processes/take-turns.ts';
import type { Effort, Measurement, Row } from '../row.ts';

const MEBIBYTE = 1024 * 1024;
const KEYS = ['cpuMs', 'allocatedBytes', 'heapBytes', 'residentBytes'] as const;
const SUBJECTS = ['hand', 'plugin', 'registry', 'gradio'] as const;
type Costs = Samples<(typeof SUBJECTS)[number], (typeof KEYS)[number]>;

/** One figure of the samples. */
interface Figure {
  readonly what: string;
  readonly of: (sample: Sample<(typeof KEYS)[number]>) => number;
  readonly expectations: readonly Expectation[];
  readonly digits: number;
}

const NEAR_THE_BOUND: Expectation = { kind: 'most', ratio: 1.3 };

/** CPU time of one generation. */
export const cpu = costs('CPU per generation', [
  { what: 'ms of CPU', of: ({ cpuMs }) => cpuMs, expectations: [NEAR_THE_BOUND, { kind: 'ahead' }], digits: 2 },
]);

/** Memory of one generation, and of a process that makes some. */
export const memory = costs('Memory per generation', [
  { what: 'KiB allocated', of: ({ allocatedBytes }) => allocatedBytes / 1024, expectations: [NEAR_THE_BOUND], digits: 0 },
  { what: 'MiB of heap after collection', of: ({ heapBytes }) => heapBytes / MEBIBYTE, expectations: [NEAR_THE_BOUND], digits: 1 },
  { what: 'MiB resident after collection', of: ({ residentBytes }) => residentBytes / MEBIBYTE, expectations: [NEAR_THE_BOUND], digits: 0 },
]);

function costs(title: string, figures: readonly Figure[]): Row {
  return {
    title,
    measure: async (effort) => {
      const samples = await measureCosts(effort);
      return figures.flatMap((figure) => [line('plugin', figure, samples.plugin, samples), line('registry and plugin', figure, samples.registry, samples)]);
    },
  };
}

let measured: Promise<Costs> | undefined;

/** Done once, for both rows. */
function measureCosts(effort: Effort): Promise<Costs> {
  const [runs, numbers] = effort === 'quick' ? [1, [200, 50, 100, 50]] : [5, [3000, 200, 300, 150]];
  return (measured ??= takeTurns({ program: 'generation-costs.js', subjects: SUBJECTS, runs, numbers, keys: KEYS }));
}

function line(label: string, { what, of, expectations, digits }: Figure, own: Costs['plugin'], { hand, gradio }: Costs): Measurement {
  return compare({ what: `${what}, ${label}`, digits, ours: own.map(of), bound: hand.map(of), gradio: gradio.map(of), expectations });
}
