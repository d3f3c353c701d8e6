import type { Script } from '../../server/step.ts';
import { drip } from '../../steps/drip.ts';
import { recordAnswer } from './recorded-answer.ts';

/** Most pieces of an answer: each takes a turn of the event loop, and images are long. */
const MOST_PIECES = 1000;

/** The same answer in pieces of one size, each in a packet of its own; a very long one in larger pieces. */
export function inPieces(healthy: Script, size: number): Script {
  return [async (connection) => {
    const { bytes } = await recordAnswer(healthy, connection);
    await drip(bytes, { size: Math.max(size, Math.ceil(bytes.length / MOST_PIECES)) })(connection);
  }];
}
