import { createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { listen, type Listening } from '../../testing/local-server.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { failureOf, openHttp } from '../../testing/open-http.ts';

/** What a server does with a request, by the number of its connection and of the request on it, both from 1. */
type Reaction = (socket: Socket, connection: number, request: number) => void;

interface RawServer extends Listening {
  readonly origin: string;
  /** Every request that came in, as `connection.request`. */
  readonly seen: readonly string[];
}

/** A server without HTTP: every piece that comes in is a request. */
async function rawServer(react: Reaction): Promise<RawServer> {
  const seen: string[] = [];
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    const connection = connections;
    let request = 0;
    socket.on('data', () => {
      request += 1;
      seen.push(`${connection.toString()}.${request.toString()}`);
      react(socket, connection, request);
    });
  });
  const listening = await listen(server);
  return { ...listening, origin: `http://127.0.0.1:${listening.port.toString()}`, seen };
}

const answer = (socket: Socket): void => {
  socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine');
};

const CLOSINGS: readonly (readonly [string, (socket: Socket) => void])[] = [
  ['closes', (socket) => socket.end()],
  ['resets', (socket) => socket.resetAndDestroy()],
];
const JOB = { method: 'POST', json: { prompt: 'x' }, billable: true } as const;

describe.each(CLOSINGS)('a server that %s a connection which it had answered on', (_what, close) => {
  it.each([['a job', JOB], ['what costs nothing', {}]])('as %s comes in is asked a second time, unseen', async (_request, request) => {
    const server = await rawServer((socket, connection, number) => {
      if (connection === 1 && number === 2) close(socket);
      else answer(socket);
    });
    const http = openHttp();
    for (let run = 0; run < 3; run += 1) expect(await (await http.request({ url: server.origin, ...request })).text()).toBe('fine');
    expect(server.seen).toEqual(['1.1', '1.2', '2.1', '2.2']);
  });

  it('is asked a second time once: then it may have cost something', async () => {
    const server = await rawServer((socket, connection, number) => {
      if (connection === 1 && number === 1) answer(socket);
      else close(socket);
    });
    const http = openHttp();
    await (await http.request({ url: server.origin, ...JOB })).text();
    expect(await failureOf(http.request({ url: server.origin, ...JOB }))).toMatchObject({ code: 'network', billed: 'maybe' });
    expect(server.seen).toEqual(['1.1', '1.2', '2.1']);
  });

  it('and is gone then may have taken the job', async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket);
      socket.once('data', () => {
        answer(socket);
        socket.once('data', () => {
          server.close();
          close(socket);
        });
      });
    });
    const { port } = await listen(server);
    const http = openHttp();
    const url = `http://127.0.0.1:${port.toString()}`;
    await (await http.request({ url, ...JOB })).text();
    expect(await failureOf(http.request({ url, ...JOB }))).toMatchObject({ code: 'network', billed: 'maybe' });
    expect(sockets).toHaveLength(1);
  });

  it('after the first byte of an answer is not asked again', async () => {
    const server = await rawServer((socket, _connection, number) => {
      if (number === 1) answer(socket);
      else socket.write('H', () => { close(socket); });
    });
    const http = openHttp();
    await (await http.request({ url: server.origin, ...JOB })).text();
    expect(await failureOf(http.request({ url: server.origin, ...JOB }))).toMatchObject({ code: 'network', billed: 'maybe' });
    expect(server.seen).toEqual(['1.1', '1.2']);
  });

  it('a while after the job came in is not asked again: it had arrived', async () => {
    const clock = new ManualClock();
    const server = await rawServer((socket, _connection, number) => {
      if (number === 1) {
        answer(socket);
        return;
      }
      clock.advance(1001);
      close(socket);
    });
    const http = openHttp(clock);
    await (await http.request({ url: server.origin, ...JOB })).text();
    expect(await failureOf(http.request({ url: server.origin, ...JOB }))).toMatchObject({ code: 'network', billed: 'maybe' });
    expect(server.seen).toEqual(['1.1', '1.2']);
  });
});

describe.each(CLOSINGS)('a server that %s a new connection without an answer', (_what, close) => {
  it('is not asked again: the job may have cost something', async () => {
    const server = await rawServer(close);
    expect(await failureOf(openHttp().request({ url: server.origin, ...JOB }))).toMatchObject({ code: 'network', billed: 'maybe' });
    expect(server.seen).toEqual(['1.1']);
  });
});
