import { compare, type Expectation } from '../comparison.ts';
import { takeTurns } from '../processes/take-turns.ts';
import type { Effort, Measurement, Row } from '../row.ts';

const SUBJECTS = ['hand', 'registry', 'gradio'] as const;
const EXPECTATIONS: readonly Expectation[] = [{ kind: 'most', ratio: 1.3 }, { kind: 'ahead' }];

/** How long a generation and its first event take, near the server and far from it. */
export const waiting: Row = {
  title: 'Wait for a generation',
  measure: async (effort) => [
    ...(await lines('near', 'no distance', effort === 'quick' ? [50, 30] : [400, 200], effort)),
    ...(await lines('distant', '50 ms round trip', effort === 'quick' ? [2, 4] : [3, 15], effort)),
  ],
};

async function lines(from: 'near' | 'distant', label: string, numbers: readonly number[], effort: Effort): Promise<readonly Measurement[]> {
  const { hand, registry, gradio } = await takeTurns({
    program: 'latency.js', subjects: SUBJECTS, runs: effort === 'quick' ? 1 : 5, from, numbers, keys: ['wallMs', 'firstEventMs'],
  });
  return ([['wallMs', 'ms for a generation'], ['firstEventMs', 'ms to the first event']] as const).map(([key, what]) =>
    compare({
      what: `${what}, ${label}`,
      digits: 2,
      ours: registry.map((sample) => sample[key]),
      bound: hand.map((sample) => sample[key]),
      gradio: gradio.map((sample) => sample[key]),
      expectations: EXPECTATIONS,
    }),
  );
}
