import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { listen } from './local-server.ts';
import type { KeyAndCertificate } from './self-signed-certificate.ts';

/** A real proxy on a free port of this machine, which goes away with the test. */
export interface LocalProxy {
  readonly port: number;
  /** Every `host:port` that it was asked to connect to, in order. */
  readonly targets: readonly string[];
  /** Every `user:password` that it was shown, in order. */
  readonly credentials: readonly string[];
  readonly closed: () => Promise<void>;
}

/** What a proxy wants of its clients. */
export interface ProxyOptions {
  /** `user:password`; without it everybody may connect. */
  readonly required?: string;
  /** Makes it an `https:` proxy. */
  readonly tls?: KeyAndCertificate;
}

/** Starts an HTTP proxy that knows `CONNECT` (RFC 9110, 9.3.6) and nothing else. */
export async function startHttpProxy({ required, tls }: ProxyOptions = {}): Promise<LocalProxy> {
  const [targets, credentials]: [string[], string[]] = [[], []];
  const server = tls === undefined ? createHttpServer() : createHttpsServer(tls);
  server.on('request', (_request, response) => response.writeHead(405).end());
  server.on('connect', (request, client: Duplex) => {
    client.on('error', () => undefined);
    const [, encoded] = /^Basic (.+)$/u.exec(request.headers['proxy-authorization'] ?? '') ?? [];
    const shown = encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString();
    if (shown !== undefined) credentials.push(shown);
    if (shown !== required) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic realm="test"\r\n\r\n');
      return;
    }
    targets.push(request.url ?? '');
    tunnel(client, request.url ?? '', () => client.write('HTTP/1.1 200 OK\r\n\r\n'), () => client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
  });
  return { ...(await proxyOf(server)), targets, credentials };
}

/** Starts a SOCKS5 proxy (RFC 1928, with the passwords of RFC 1929). */
export async function startSocksProxy({ required }: ProxyOptions = {}): Promise<LocalProxy> {
  const [targets, credentials]: [string[], string[]] = [[], []];
  const server = createServer((client) => {
    void serveSocks(client).catch(() => client.destroy());
  });
  async function serveSocks(client: Socket): Promise<void> {
    const [, count = 0] = await read(client, 2);
    const methods = await read(client, count);
    const method = required === undefined ? 0 : 2;
    client.write(Buffer.from([5, methods.includes(method) ? method : 0xff]));
    if (required !== undefined) {
      const [, userLength = 0] = await read(client, 2);
      const user = await read(client, userLength);
      const [passwordLength = 0] = await read(client, 1);
      const shown = `${user.toString()}:${(await read(client, passwordLength)).toString()}`;
      credentials.push(shown);
      client.write(Buffer.from([1, shown === required ? 0 : 1]));
      if (shown !== required) return void client.end();
    }
    const [, , , kind] = await read(client, 4);
    const address = kind === 1 ? [...(await read(client, 4))].join('.') : (await read(client, (await read(client, 1))[0] ?? 0)).toString();
    const target = `${address}:${(await read(client, 2)).readUInt16BE().toString()}`;
    targets.push(target);
    const answer = (status: number): Buffer => Buffer.from([5, status, 0, 1, 0, 0, 0, 0, 0, 0]);
    tunnel(client, target, () => client.write(answer(0)), () => client.end(answer(5)));
  }
  return { ...(await proxyOf(server)), targets, credentials };
}

async function proxyOf(server: Parameters<typeof listen>[0]): Promise<Pick<LocalProxy, 'port' | 'closed'>> {
  const { port, closed } = await listen(server);
  return { port, closed };
}

function tunnel(client: Duplex, target: string, opened: () => void, failed: () => void): void {
  const { hostname, port } = new URL(`http://${target}`);
  const upstream = connect(Number(port === '' ? 80 : port), hostname, () => {
    opened();
    client.pipe(upstream).pipe(client);
  });
  upstream.once('error', failed);
  client.once('close', () => upstream.destroy());
  upstream.once('close', () => client.destroy());
}

/** Reads exactly so many bytes. */
async function read(socket: Socket, count: number): Promise<Buffer> {
  for (;;) {
    const bytes: unknown = count === 0 ? Buffer.alloc(0) : socket.read(count);
    if (Buffer.isBuffer(bytes)) return bytes;
    await once(socket, 'readable');
  }
}
