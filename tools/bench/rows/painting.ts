import { compile } from '../processes/compile.ts';
import { runProgram } from '../processes/run-program.ts';
import type { Row } from '../row.ts';
import { median, spread } from '../statistics.ts';

/** The emulator's promise for a picture of 1024 × 1024, in milliseconds. */
const LIMIT_MS = 300;

/** How long the emulator takes to paint. */
export const painting: Row = {
  title: 'Picture of the emulator, 1024 × 1024',
  measure: async (effort) => {
    await compile();
    const samples: { readonly firstMs: number; readonly laterMs: number }[] = [];
    for (let run = 0; run < (effort === 'quick' ? 1 : 5); run += 1) samples.push(await runProgram('painting.js', [effort === 'quick' ? '3' : '15'], ['firstMs', 'laterMs']));
    const [first, later] = [samples.map(({ firstMs }) => firstMs), samples.map(({ laterMs }) => laterMs)];
    return [
      { what: 'ms for the first of a process', ours: spread(first, 0) },
      { what: 'ms for a later one', ours: spread(later, 0), promise: { target: `under ${LIMIT_MS.toString()}`, isMet: median(later) < LIMIT_MS } },
    ];
  },
};
