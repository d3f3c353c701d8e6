import type { Step } from '../server/step.ts';

/** Reads nothing more, so that what the client sends piles up on its side. */
export function pauseRead(): Step {
  return ({ socket }) => socket.pause();
}
