import { faultTable, type FaultCase } from '@hypotez/provider-testkit';
import { commandCases } from './command/command-cases.ts';
import type { PlayableCase } from './play-case.ts';
import { queueFaults } from './table/queue-faults.ts';

/** Every case that is played inside one process, by its id. */
export const cases: ReadonlyMap<string, FaultCase> = new Map([...faultTable, ...queueFaults].map((fault) => [fault.id, fault]));

/** How often a case is played in its process: aborts several times, since a slow one may be rare. */
export function timesOf({ expect, setUp }: Pick<FaultCase, 'expect' | 'setUp'>): number {
  // Not where each time takes seconds.
  return setUp.act?.startsWith('abort') === true && expect.tidyMs === undefined ? 6 : 1;
}

/** Every case there is, by the number of the fault. */
export const playableCases: readonly PlayableCase[] = [
  ...[...cases.values()].map(({ id, fault, title, expect, setUp }) => ({
    id, fault, title, maxMs: expect.maxMs + (expect.tidyMs ?? 0), runs: timesOf({ expect, setUp }) + 1, ...(setUp.act === 'run out of files' ? { openFiles: 64 } : {}), ...(setUp.place === 'black hole' ? { needs: 'linux' as const } : {}),
  })),
  ...[...commandCases.values()].map(({ id, fault, title, maxMs, needsMount }) => ({ id, fault, title, maxMs, runs: 1, ...(needsMount === true ? { needs: 'mount' as const } : {}) })),
].sort((left, right) => left.fault - right.fault);
