import type { CannedSpace } from '../space/canned-space.ts';
import { firstMessage, startProgram } from './run-program.ts';

/** Starts the server that all subjects are measured against in a process of its own. */
export async function startSpaceProcess(): Promise<CannedSpace> {
  const server = startProgram('space.js', []);
  const addresses = parseAddresses(await firstMessage(server, 'The server'));
  const gone = new Promise<void>((resolve) => server.once('exit', () => { resolve(); }));
  return {
    ...addresses,
    [Symbol.asyncDispose]: async () => {
      server.disconnect();
      await gone;
    },
  };
}

function parseAddresses(message: unknown): { readonly url: string; readonly distantUrl: string } {
  const { url, distantUrl }: { readonly url?: unknown; readonly distantUrl?: unknown } = typeof message === 'object' && message !== null ? message : {};
  if (typeof url !== 'string' || typeof distantUrl !== 'string') throw new Error('The server sent no addresses.');
  return { url, distantUrl };
}
