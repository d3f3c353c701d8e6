import { createServer as createPlainServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { KeyAndCertificate } from '../certificates/create-certificate.ts';
import { answer } from '../steps/answer.ts';
import { openConnection } from './connection.ts';
import type { RecordedRequest } from './recorded-request.ts';
import { RequestReader } from './request-reader.ts';
import { playScript, type Script } from './step.ts';

/** What a server does. */
export interface FaultServerOptions {
  /** Chooses the script that answers a request. After it the next request of the connection is read. Default: HTTP 404. */
  readonly respond?: ((request: RecordedRequest, server: FaultServer) => Script) | undefined;
  /** Played on every connection before anything is read from it. Default: nothing. */
  readonly greet?: Script | undefined;
  /** Speaks TLS with this certificate; without one an `https:` client meets a server that does not. */
  readonly certificate?: KeyAndCertificate | undefined;
}

/** A server on a free port of 127.0.0.1 that answers as it was told, byte by byte, and keeps what it saw. */
export interface FaultServer extends AsyncDisposable {
  readonly port: number;
  /** `http://127.0.0.1:<port>`, or `https:` with a certificate. */
  readonly url: string;
  /** Every request that came in whole, in order. */
  readonly requests: readonly RecordedRequest[];
  /** Connections that were ever made. */
  readonly connections: number;
  /** Connections that are open. */
  readonly openSockets: number;
  /** Connections on which an answer is under way; the others are idle, and a client may keep them. */
  readonly busySockets: number;
  /** Bytes that clients have taken, TLS counted before encryption; what waits for a client to read is not among them. */
  readonly bytesPulled: number;
  /** Cuts all connections and goes on listening. */
  cut(): void;
  /** Waits until no connection is open; one that leaks is waited for without end. */
  closed(): Promise<void>;
  /** Stops listening and cuts all connections. @throws {AggregateError} when scripts threw. */
  close(): Promise<void>;
}

/** Starts a server that misbehaves as it is told. */
export async function startFaultServer({ respond = () => [answer(404)], greet = [], certificate }: FaultServerOptions = {}): Promise<FaultServer> {
  const requests: RecordedRequest[] = [];
  const sockets = new Set<Socket>();
  const busy = new Set<Socket>();
  const failures: unknown[] = [];
  let connections = 0;
  let pulledByClosed = 0;
  const accept = (socket: Socket): void => {
    connections += 1;
    sockets.add(socket);
    // Clients that break off are what the server is for.
    socket.on('error', () => undefined);
    socket.once('close', () => {
      sockets.delete(socket);
      busy.delete(socket);
      pulledByClosed += pulled(socket);
    });
    void serve(socket, connections).catch((error: unknown) => {
      failures.push(error);
      socket.destroy();
    });
  };
  async function serve(socket: Socket, number: number): Promise<void> {
    const connection = openConnection(socket);
    const reader = new RequestReader(socket, number);
    await playScript(greet, connection);
    for (let request = await reader.next(); request !== undefined; request = await reader.next()) {
      requests.push(request);
      connection.request = request;
      busy.add(socket);
      await playScript(respond(request, server), connection);
      busy.delete(socket);
      if (socket.writableEnded) return;
    }
  }
  const listener = certificate === undefined ? createPlainServer(accept) : createTlsServer({ ...certificate }, accept);
  const port = await listen(listener);
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= new Promise((resolve, reject) => {
    listener.close(() => {
      if (failures.length === 0) resolve();
      else reject(new AggregateError(failures, 'Scripts of a fault server threw.'));
    });
    cut();
  }));
  const server: FaultServer = {
    port,
    url: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port.toString()}`,
    requests,
    get connections() { return connections; },
    get openSockets() { return sockets.size; },
    get busySockets() { return busy.size; },
    get bytesPulled() { return [...sockets].reduce((sum, socket) => sum + pulled(socket), pulledByClosed); },
    closed: async () => {
      while (sockets.size > 0) await Promise.race([...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
    },
    cut,
    close,
    [Symbol.asyncDispose]: close,
  };
  return server;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
    });
  });
}

function pulled({ bytesWritten, writableLength }: Socket): number {
  return bytesWritten - writableLength;
}
