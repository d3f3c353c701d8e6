import { measureSubjects } from '../generation/measure-subjects.ts';
import type { Sample } from '../generation/sample.ts';
import type { Measurement, Row } from '../row.ts';
import { median, range } from '../statistics.ts';

const MEBIBYTE = 1024 * 1024;

/** One figure of the samples. */
interface Figure {
  readonly what: string;
  readonly of: (sample: Sample) => number;
  /** Most that ours may be, in multiples of the bound. */
  readonly limit?: number;
  readonly digits: number;
}

/** CPU time of one generation. */
export const cpu = compared('CPU per generation', [{ what: 'ms of CPU', of: ({ cpuMs }) => cpuMs, limit: 1.3, digits: 2 }]);

/** Memory of one generation, and of a process that makes some. */
export const memory = compared('Memory per generation', [
  { what: 'KiB allocated', of: ({ allocatedBytes }) => allocatedBytes / 1024, limit: 1.3, digits: 0 },
  { what: 'MiB of heap after collection', of: ({ heapBytes }) => heapBytes / MEBIBYTE, limit: 1.3, digits: 1 },
  { what: 'MiB resident after collection', of: ({ residentBytes }) => residentBytes / MEBIBYTE, limit: 1.3, digits: 0 },
]);

const SUBJECTS = [
  ['plugin', 'plugin'],
  ['registry', 'registry and plugin'],
] as const;

function compared(title: string, figures: readonly Figure[]): Row {
  return {
    title,
    measure: async () => {
      const samples = await measureSubjects();
      return figures.flatMap((figure) => SUBJECTS.map(([name, label]) => line(label, figure, samples[name], samples.hand)));
    },
  };
}

/** The ratio is made within each turn, since the machine's mood changes from turn to turn. */
function line(label: string, { what, of, limit, digits }: Figure, ours: readonly Sample[], bound: readonly Sample[]): Measurement {
  const own = ours.map(of);
  const other = bound.map(of);
  const ratios = own.map((value, index) => value / (other[index] ?? Number.NaN));
  return {
    what: `${what}, ${label}`,
    ours: `${median(own).toFixed(digits)} (${range(own, digits)})`,
    bound: `${median(other).toFixed(digits)} (${range(other, digits)})`,
    ratio: `${median(ratios).toFixed(2)} (${range(ratios, 2)})`,
    target: limit === undefined ? '' : `at most ${limit.toString()}`,
    isMet: limit === undefined ? undefined : median(ratios) <= limit,
  };
}
