import type { Step } from '../server/step.ts';

/** Says nothing more and waits until the client goes. */
export function hold(): Step {
  return ({ closed }) => closed;
}
