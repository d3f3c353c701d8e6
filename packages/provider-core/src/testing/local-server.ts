import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** A request as the server saw it. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Answers one request, which came in whole. */
export type Handler = (response: ServerResponse, request: RecordedRequest) => void | Promise<void>;

/** A real HTTP server on a free port of this machine, which goes away with the test. */
export interface LocalServer {
  readonly origin: string;
  readonly port: number;
  /** Everything that came in, in order. */
  readonly requests: readonly RecordedRequest[];
  /** Number of connections that were ever made. */
  connections(): number;
  /** Waits until no connection is open any more; a leak lets the test time out. */
  closed(): Promise<void>;
  /** Stops listening and cuts all connections. */
  stop(): Promise<void>;
}

/** Starts a server inside a test. */
export async function startServer(handler: Handler = (response) => void response.end()): Promise<LocalServer> {
  const requests: RecordedRequest[] = [];
  const server = createServer((incoming, response) => {
    void (async () => {
      const record = { method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers, body: await text(incoming) };
      requests.push(record);
      await handler(response, record);
    })().catch(() => response.destroy());
  });
  const { port, sockets, connections, stop } = await listen(server);
  const closed = async (): Promise<void> => {
    while (sockets.size > 0) await Promise.all([...sockets].map((socket) => once(socket, 'close')));
  };
  return { origin: `http://127.0.0.1:${port.toString()}`, port, requests, connections, closed, stop };
}

/** What every local server has in common. */
export interface Listening {
  readonly port: number;
  readonly sockets: ReadonlySet<Socket>;
  connections(): number;
  stop(): Promise<void>;
}

/** Listens on a free port of 127.0.0.1 until the test is over. */
export async function listen(server: Pick<Server, 'on' | 'listen' | 'close' | 'address'>): Promise<Listening> {
  const sockets = new Set<Socket>();
  let count = 0;
  server.on('connection', (socket: Socket) => {
    count += 1;
    sockets.add(socket);
    // A test that cuts connections makes errors on purpose.
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> =>
    (stopped ??= new Promise((resolve) => {
      server.close(() => { resolve(); });
      for (const socket of sockets) socket.destroy();
    }));
  onTestFinished(stop);
  const address = server.address();
  return { port: isAddressInfo(address) ? address.port : 0, sockets, connections: () => count, stop };
}

/** A port on which nothing listens: it was just given back. */
export async function closedPort(): Promise<number> {
  const { port, stop } = await startServer();
  await stop();
  return port;
}

function isAddressInfo(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
