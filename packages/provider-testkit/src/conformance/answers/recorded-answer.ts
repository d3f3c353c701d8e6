import type { Connection } from '../../server/connection.ts';
import { playScript, type Script } from '../../server/step.ts';

/** An answer over HTTP as it would be sent. */
export interface RecordedAnswer {
  /** Status line and headers with the blank line behind them. */
  readonly head: string;
  /** What the body says, without the frames of chunks. */
  readonly body: Uint8Array;
  /** All of it as it would go over the wire. */
  readonly bytes: Uint8Array;
}

/** Plays a script to its end without sending anything. */
export async function recordAnswer(script: Script, connection: Connection): Promise<RecordedAnswer> {
  const pieces: Uint8Array[] = [];
  await playScript(script, { ...connection, write: (piece) => { pieces.push(Buffer.from(piece)); return Promise.resolve(); } });
  const bytes = Buffer.concat(pieces);
  const headEnd = bytes.indexOf('\r\n\r\n') + 4;
  const head = bytes.subarray(0, headEnd).toString('latin1');
  const body = bytes.subarray(headEnd);
  return { head, bytes, body: /^transfer-encoding: *chunked/imu.test(head) ? withoutFrames(body) : body };
}

function withoutFrames(framed: Buffer): Buffer {
  const pieces: Uint8Array[] = [];
  for (let start = 0; ;) {
    const lineEnd = framed.indexOf('\r\n', start);
    const length = lineEnd < 0 ? 0 : Number.parseInt(framed.subarray(start, lineEnd).toString('latin1'), 16);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(framed.subarray(lineEnd + 2, lineEnd + 2 + length));
    start = lineEnd + 2 + length + 2;
  }
}
