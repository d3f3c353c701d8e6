import type { FaultCase } from './fault-case.ts';
import { bodyFaults } from './table/body-faults.ts';
import { connectionFaults } from './table/connection-faults.ts';
import { imageFaults } from './table/image-faults.ts';
import { runFaults } from './table/run-faults.ts';
import { statusFaults } from './table/status-faults.ts';
import { streamFaults } from './table/stream-faults.ts';

/** Every case that can be told without knowing how a transport is spoken. */
export const faultTable: readonly FaultCase[] = [...connectionFaults, ...statusFaults, ...bodyFaults, ...streamFaults, ...imageFaults, ...runFaults];
