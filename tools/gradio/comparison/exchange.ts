import { request as send, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

/** A request as it goes over the wire; the path is not touched. */
export interface RequestLine {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What is done while an answer comes in. */
export interface Watch {
  /** Runs when a piece with this text has come; the answer is read on meanwhile. */
  readonly when?: readonly [text: string, act: () => Promise<unknown>];
  /** Leaves, by closing the connection, when a piece with this text has come. */
  readonly leaveAt?: string;
  /** Leaves when nothing has come for so long, milliseconds. */
  readonly silentMs?: number;
}

/** An answer, and how it ended: properly, broken off by the server, left by the reader, or left as nothing came. */
export interface Exchange {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly end: 'ended' | 'broken off' | 'left' | 'silent';
}

/** Longest time of one answer, milliseconds; a heartbeat takes 15 s. */
const LONGEST_MS = 30_000;

/** Sends one request on a connection of its own and reads the answer. Rejects when there is none, or it has no end. */
export function exchange(root: string, line: RequestLine, watch: Watch = {}): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const { method, path, headers, body } = line;
    const { hostname, port } = new URL(root);
    const request = send({ hostname, port, method, path, headers: headers ?? {}, agent: false });
    const deadline = setTimeout(() => {
      request.destroy(new Error(`${method} ${path} had no end after ${LONGEST_MS.toString()} ms.`));
    }, LONGEST_MS);
    request.on('error', reject);
    request.on('close', () => {
      clearTimeout(deadline);
    });
    request.on('response', (response) => {
      read(response, watch).then(resolve, reject);
    });
    request.end(body);
  });
}

async function read(response: IncomingMessage, { when, leaveAt, silentMs }: Watch): Promise<Exchange> {
  const chunks: Buffer[] = [];
  const acts: Promise<unknown>[] = [];
  const seen = (text: string): boolean => Buffer.concat(chunks).includes(text);
  const outcome: { end: Exchange['end'] } = { end: 'ended' };
  const leave = (reason: 'left' | 'silent'): void => {
    outcome.end = reason;
    response.destroy();
  };
  let timer = silentMs === undefined ? undefined : setTimeout(leave, silentMs, 'silent');
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      if (timer !== undefined) {
        clearTimeout(timer);
        timer = setTimeout(leave, silentMs, 'silent');
      }
      if (when !== undefined && acts.length === 0 && seen(when[0])) acts.push(when[1]());
      if (leaveAt !== undefined && seen(leaveAt)) {
        leave('left');
        break;
      }
    }
  } catch (error) {
    if (response.errored !== null && response.errored.message !== 'aborted') throw error;
    if (outcome.end === 'ended') outcome.end = 'broken off';
  } finally {
    clearTimeout(timer);
  }
  if (when !== undefined && acts.length === 0) throw new Error(`"${when[0]}" never came; there was ${Buffer.concat(chunks).toString()}`);
  await Promise.all(acts);
  const body = Buffer.concat(chunks);
  const { end } = outcome;
  return { status: response.statusCode ?? 0, headers: response.headers, body: end === 'left' ? until(body, leaveAt ?? '') : body, end };
}

// What came along with the awaited event depends on the clock.
function until(body: Buffer, text: string): Buffer {
  const end = body.indexOf('\n\n', body.indexOf(text));
  return end < 0 ? body : body.subarray(0, end + 2);
}
