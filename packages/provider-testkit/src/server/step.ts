import type { Connection } from './connection.ts';

/** One act of a server on a connection; what it returns is waited for before the next one. */
export type Step = (connection: Connection) => unknown;

/** What a server does, in order. */
export type Script = readonly Step[];

/** Plays a script to its end, or to the end of the connection. */
export async function playScript(script: Script, connection: Connection): Promise<void> {
  for (const step of script) {
    if (connection.isClosed()) return;
    await step(connection);
  }
}
