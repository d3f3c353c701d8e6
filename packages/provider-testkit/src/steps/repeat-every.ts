import { setTimeout as delay } from 'node:timers/promises';
import type { Step } from '../server/step.ts';

/** Plays a step again and again until the client goes. */
export function repeatEvery(intervalMs: number, step: Step): Step {
  return async (connection) => {
    while (!connection.isClosed()) {
      await step(connection);
      await Promise.race([connection.closed, delay(intervalMs, undefined, { ref: false })]);
    }
  };
}
