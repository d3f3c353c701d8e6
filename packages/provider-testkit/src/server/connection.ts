import type { Socket } from 'node:net';
import type { RecordedRequest } from './recorded-request.ts';

/** The connection on which a script plays. */
export interface Connection {
  readonly socket: Socket;
  /** What is being answered; nothing while a connection is greeted. */
  readonly request: RecordedRequest | undefined;
  /** Resolves as soon as the connection is gone, whoever ended it. */
  readonly closed: Promise<void>;
  /** Whether the connection is gone. */
  isClosed(): boolean;
  /** Writes bytes and waits until the client makes room for more, or is gone. */
  write(bytes: string | Uint8Array): Promise<void>;
}

/** Makes a script's view of a socket. */
export function openConnection(socket: Socket): Connection & { request: RecordedRequest | undefined } {
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => { resolve(); });
  });
  return {
    socket,
    request: undefined,
    closed,
    isClosed: () => socket.destroyed,
    write: async (bytes) => {
      if (socket.destroyed || socket.writableEnded || socket.write(bytes)) return;
      const drained = new Promise<void>((resolve) => {
        socket.once('drain', resolve);
      });
      await Promise.race([drained, closed]);
    },
  };
}
