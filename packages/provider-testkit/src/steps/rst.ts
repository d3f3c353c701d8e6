import type { Step } from '../server/step.ts';

/** Breaks the connection off (TCP RST), once the client has taken what was sent. */
export function rst(): Step {
  return async ({ socket, closed }) => {
    // What still waits here would be thrown away with the connection.
    if (socket.writableLength > 0) await Promise.race([closed, new Promise((resolve) => socket.once('drain', resolve))]);
    socket.resetAndDestroy();
    await closed;
  };
}
