import type { Step } from '../server/step.ts';

/** Sends the same bytes again and again, as fast as the client takes them, until it goes or so many bytes were sent. */
export function flood(bytes: string | Uint8Array, limitBytes = Infinity): Step {
  return async (connection) => {
    const content = Buffer.from(bytes);
    for (let sent = 0; sent < limitBytes && !connection.isClosed(); sent += content.length) {
      await connection.write(content);
      // A client in the same process has to get its turn, too.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
}
