import type { Script } from '../../server/step.ts';
import { framed } from '../../steps/chunk.ts';
import { recordAnswer } from './recorded-answer.ts';

/** The head and the first half of a healthy answer; the connection waits for the rest. */
export function firstHalf(healthy: Script): Script {
  return [async (connection) => {
    const { head, body } = await recordAnswer(healthy, connection);
    const open = head.replace(/^(?:content-length|transfer-encoding):.*\r\n/gimu, '').replace(/\r\n$/u, 'transfer-encoding: chunked\r\n\r\n');
    await connection.write(open);
    await connection.write(framed(body.subarray(0, Math.ceil(body.length / 2))));
  }];
}
