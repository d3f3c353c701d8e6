import type { Step } from '../server/step.ts';

/** Waits until something has happened elsewhere, or the client is gone. */
export function waitFor(condition: PromiseLike<unknown>): Step {
  return ({ closed }) => Promise.race([condition, closed]);
}
