import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo, Server, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** A request as the server saw it. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Answers one request, which came in whole; what it returns is waited for. */
export type Handler = (response: ServerResponse, request: RecordedRequest) => unknown;

/** A real HTTP server on a free port of this machine, which goes away with the test. */
export interface LocalServer extends Listening {
  readonly origin: string;
  /** Everything that came in, in order. */
  readonly requests: readonly RecordedRequest[];
}

/** Starts a server inside a test. */
export async function startServer(handler: Handler = (response) => response.end()): Promise<LocalServer> {
  const requests: RecordedRequest[] = [];
  const server = createServer((incoming, response) => {
    // A client that leaves early is what many tests are about.
    response.on('error', () => undefined);
    void (async () => {
      const bytes = new Uint8Array(await buffer(incoming));
      const record = { method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers, body: new TextDecoder().decode(bytes), bytes };
      requests.push(record);
      await handler(response, record);
    })().catch(() => response.destroy());
  });
  // No connection goes by itself during a test: what `closed` waits for has to be closed by somebody.
  server.keepAliveTimeout = 600_000;
  const listening = await listen(server);
  return { origin: `http://127.0.0.1:${listening.port.toString()}`, requests, ...listening };
}

/** What every local server has in common. */
export interface Listening {
  readonly port: number;
  /** Number of connections that were ever made. */
  readonly connections: () => number;
  /** Waits until no connection is open any more; a leak lets the test time out. */
  readonly closed: () => Promise<void>;
  /** Stops listening and cuts all connections. */
  readonly stop: () => Promise<void>;
}

/** Listens on a free port of 127.0.0.1 until the test is over. */
export async function listen(server: Server): Promise<Listening> {
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
  const closed = async (): Promise<void> => {
    while (sockets.size > 0) await Promise.all([...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
  };
  return { port: isAddressInfo(address) ? address.port : 0, connections: () => count, closed, stop };
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
