import { faultTable, type FaultCase } from '@hypotez/provider-testkit';
import { commandCases } from './command/command-cases.ts';
import type { PlayableCase } from './play-case.ts';
import { queueFaults } from './table/queue-faults.ts';

/** Every case that is played inside one process, by its id. */
export const cases: ReadonlyMap<string, FaultCase> = new Map([...faultTable, ...queueFaults].map((fault) => [fault.id, fault]));

/** Every case there is, by the number of the fault. */
export const playableCases: readonly PlayableCase[] = [
  ...[...cases.values()].map(({ id, fault, title, expect, setUp }) => ({
    id, fault, title, maxMs: expect.maxMs, runs: 2, ...(setUp.act === 'run out of files' ? { openFiles: 64 } : {}), ...(setUp.place === 'black hole' ? { needs: 'linux' as const } : {}),
  })),
  ...[...commandCases.values()].map(({ id, fault, title, maxMs, needsMount }) => ({ id, fault, title, maxMs, runs: 1, ...(needsMount === true ? { needs: 'mount' as const } : {}) })),
].sort((left, right) => left.fault - right.fault);
