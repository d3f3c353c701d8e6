import type { Socket } from 'node:net';
import type * as Undici from 'undici';

let onConnecting: ((socket: Socket) => void) | undefined;

/**
 * Runs `dispatch`, and tells of the socket that is made for it, should it need a new one.
 *
 * undici gives no hold of a request that still waits for its connection: it would go on connecting, for nobody, until the
 * system gives up. It calls its connector before `dispatch` returns, so the socket that is made meanwhile is the request's.
 */
export function watchConnecting<Result>(listener: (socket: Socket) => void, dispatch: () => Result): Result {
  onConnecting = listener;
  try {
    return dispatch();
  } finally {
    onConnecting = undefined;
  }
}

/** Makes connections as undici does, under the eyes of `watchConnecting`. */
export function watchedConnector(connect: (...parameters: Parameters<Undici.buildConnector.connector>) => unknown): Undici.buildConnector.connector {
  return (options, callback) => {
    const listener = onConnecting;
    // undici's own connector returns its socket, which its types leave out.
    const socket = connect(options, callback);
    if (isSocket(socket)) listener?.(socket);
  };
}

function isSocket(value: unknown): value is Socket {
  return typeof value === 'object' && value !== null && 'destroy' in value;
}
