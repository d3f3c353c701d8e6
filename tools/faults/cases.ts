import { faultTable, type FaultCase } from '@hypotez/provider-testkit';
import { queueFaults } from './table/queue-faults.ts';

/** Every case that is played inside one process, by its id. */
export const cases: ReadonlyMap<string, FaultCase> = new Map([...faultTable, ...queueFaults].sort((left, right) => left.fault - right.fault).map((fault) => [fault.id, fault]));
