import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** A screen that nobody sees. */
export interface Display {
  /** As the variable `DISPLAY` wants it. */
  readonly name: string;
  close(): void;
}

/** Starts Xvfb on a free number. */
export async function startDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '900x600x24'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const failed = once(server, 'error').then(([error]: unknown[]) => { throw new Error('Xvfb does not start; it comes with the Debian package xvfb.', { cause: error }); });
  const [number] = await Promise.race([once(server.stdio[3] as Readable, 'data'), failed]) as [Buffer];
  return { name: `:${number.toString().trim()}`, close: () => { server.kill(); } };
}
