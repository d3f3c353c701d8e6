import type { Step } from '../server/step.ts';

/** Sends bytes as they are. */
export function send(bytes: string | Uint8Array): Step {
  return (connection) => connection.write(bytes);
}
