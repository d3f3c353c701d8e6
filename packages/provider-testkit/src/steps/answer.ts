import type { Step } from '../server/step.ts';
import { head, type HeaderFields } from './head.ts';

/** Sends a whole answer with its length. */
export function answer(status: number, body: string | Uint8Array = '', headers: HeaderFields = {}): Step {
  const bytes = Buffer.from(body);
  return async (connection) => {
    await head(status, { ...(status === 204 ? {} : { 'content-length': bytes.length.toString() }), ...headers })(connection);
    if (bytes.length > 0) await connection.write(bytes);
  };
}

/** Sends a whole answer that is JSON. */
export function json(status: number, value: unknown, headers: HeaderFields = {}): Step {
  return answer(status, JSON.stringify(value), { 'content-type': 'application/json', ...headers });
}
