import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request that was answered, or that broke off. */
export interface LoggedRequest {
  readonly method: string;
  /** Without the query, where tokens stand. */
  readonly path: string;
  readonly status: number;
  /** Milliseconds until the answer was sent; of an event stream that is the time of the job. */
  readonly durationMs: number;
  /** Whether the caller went away, or the Space cut the connection, before the answer was whole. */
  readonly brokeOff: boolean;
}

/** Calls back with each request when it is over. Neither body nor headers are looked at: prompts and tokens stand there. */
export function watchRequests(log: (request: LoggedRequest) => void): (request: IncomingMessage, response: ServerResponse) => false {
  return ({ method = '', url = '' }, response) => {
    const startedAt = performance.now();
    response.once('close', () => {
      const [path = ''] = url.split('?', 1);
      log({ method, path, status: response.statusCode, durationMs: Math.round(performance.now() - startedAt), brokeOff: !response.writableFinished });
    });
    return false;
  };
}
