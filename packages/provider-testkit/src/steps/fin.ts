import type { Step } from '../server/step.ts';

/** Ends the connection in order (TCP FIN), after what was sent. */
export function fin(): Step {
  return ({ socket, closed }) => {
    socket.end();
    return closed;
  };
}
