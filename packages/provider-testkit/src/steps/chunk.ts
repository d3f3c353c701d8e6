import type { Step } from '../server/step.ts';
import { send } from './send.ts';

/** Sends one piece of a body whose head said `transfer-encoding: chunked`. */
export function chunk(bytes: string | Uint8Array): Step {
  return send(framed(bytes));
}

/** Ends a body of chunks. */
export function lastChunk(): Step {
  return send('0\r\n\r\n');
}

/** A piece with its length around it. */
export function framed(bytes: string | Uint8Array): Uint8Array {
  const content = Buffer.from(bytes);
  return Buffer.concat([Buffer.from(`${content.length.toString(16)}\r\n`), content, Buffer.from('\r\n')]);
}
