import type { Script } from '../../server/step.ts';
import { drip } from '../../steps/drip.ts';
import { recordAnswer } from './recorded-answer.ts';

/** The same answer in pieces of one size, each in a packet of its own. */
export function inPieces(healthy: Script, size: number): Script {
  return [async (connection) => {
    const { bytes } = await recordAnswer(healthy, connection);
    await drip(bytes, { size })(connection);
  }];
}
