import type { CommandIo, OutputStream } from '../process/command-io.ts';

/** Whether a stream takes colours: a terminal that is not dumb, and `NO_COLOR` is not set. */
export function hasColors(stream: OutputStream, env: CommandIo['env']): boolean {
  return stream.isTTY === true && env['TERM'] !== 'dumb' && (env['NO_COLOR'] ?? '') === '';
}
