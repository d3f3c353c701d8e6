import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listen, startServer } from '../../testing/local-server.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { failureOf, openHttp } from '../../testing/open-http.ts';
import { selfSignedCertificate } from '../../testing/self-signed-certificate.ts';
import { createHttpOver } from '../create-http.ts';
import { openNetwork } from '../runtime-network.node.ts';

const JOB = { method: 'POST', json: {}, billable: true } as const;

/** A server that accepts every connection and never says a word, so that a handshake with it has no end. */
function silentServer(): Server {
  return createServer((socket) => socket.resume());
}

describe('a connection that is not made in time', () => {
  it('ends in a timeout that cost nothing, and its socket is closed', async () => {
    const [clock, server] = [new ManualClock(), silentServer()];
    const { port, closed } = await listen(server);
    const failure = failureOf(openHttp(clock).request({ url: `https://127.0.0.1:${port.toString()}/`, ...JOB }));
    await once(server, 'connection');
    clock.advance(10_000);
    expect(await failure).toMatchObject({ code: 'timeout', phase: 'connect', billed: 'no' });
    await closed();
    expect(clock.pending).toBe(0);
  });
});

describe('a request that is given up while it connects', () => {
  it('closes its socket', async () => {
    const [controller, server] = [new AbortController(), silentServer()];
    const { port, closed } = await listen(server);
    const failure = failureOf(openHttp().request({ url: `https://127.0.0.1:${port.toString()}/`, ...JOB, signal: controller.signal }));
    await once(server, 'connection');
    controller.abort('enough');
    expect(await failure).toMatchObject({ code: 'aborted', billed: 'no' });
    await closed();
  });

  it('does not wait for the name to be looked up', async () => {
    const controller = new AbortController();
    const http = createHttpOver(openNetwork({ lookup: () => { controller.abort('enough'); } }));
    onTestFinished(() => http.close());
    expect(await failureOf(http.request({ url: 'http://never.example/', signal: controller.signal }))).toMatchObject({ code: 'aborted' });
  });
});

describe('a connection that cannot be trusted', () => {
  it.each([['certificate', true], ['encryption at all', false]])('for its %s cost nothing, and will not be better next time', async (_what, hasTls) => {
    const server = hasTls ? createTlsServer(selfSignedCertificate()) : createServer((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    server.on('tlsClientError', () => undefined);
    const { port } = await listen(server);
    const error = await failureOf(openHttp().request({ url: `https://127.0.0.1:${port.toString()}/`, ...JOB }));
    expect(error).toMatchObject({ code: 'network', billed: 'no', retryable: false, message: expect.stringContaining('its certificate or encryption cannot be trusted') as string });
  });

  it('because it is cut in the handshake cost nothing, and may be better next time', async () => {
    const { port } = await listen(createServer((socket) => socket.once('data', () => socket.destroy())));
    expect(await failureOf(openHttp().request({ url: `https://127.0.0.1:${port.toString()}/`, ...JOB }))).toMatchObject({ code: 'network', billed: 'no', retryable: true });
  });
});

describe('connections', () => {
  it('are used again, one after the other', async () => {
    const server = await startServer((response) => response.end('hello'));
    const http = openHttp();
    for (let run = 0; run < 5; run += 1) await (await http.request({ url: server.origin, ...(run % 2 === 0 ? JOB : {}) })).text();
    expect(server.connections()).toBe(1);
  });

  it('are closed with the transport', async () => {
    const server = await startServer((response) => response.end('hello'));
    const http = openHttp();
    await (await http.request({ url: server.origin })).text();
    await http.close();
    await server.closed();
  });

  it('that are idle do not keep a program alive', async () => {
    const server = await startServer((response) => response.end('hello'));
    const program = `
      import { createHttp } from '@hypotez/provider-core';
      const http = createHttp();
      for (const billable of [true, false]) await (await http.request({ url: '${server.origin}', billable })).text();
      const before = performance.now();
      process.on('exit', () => process.stdout.write(String(performance.now() - before)));
    `;
    const { stdout } = await promisify(execFile)(process.execPath, ['--experimental-strip-types', '--conditions', '@hypotez/source', '--input-type', 'module', '--eval', program], { cwd: import.meta.dirname });
    expect(server.requests).toHaveLength(2);
    expect(Number(stdout)).toBeLessThan(1000);
  });
});
