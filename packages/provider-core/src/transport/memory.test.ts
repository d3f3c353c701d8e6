import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createBarrier } from '../testing/barrier.ts';
import { flood } from '../testing/flood.ts';
import { listen, startServer } from '../testing/local-server.ts';
import { measureClient } from '../testing/measured-client.ts';
import { openHttp } from '../testing/open-http.ts';

const MEBIBYTE = 1024 * 1024;
/** What is not collected yet may come on top of what is held, in MiB. */
const UNCOLLECTED = 48;

const fastBrotli = () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

describe('the memory of a client', () => {
  it.each([
    ['twice its limit under an event of 300 MB in one line', 'data: ', { code: 'too_large', limit: 'eventBytes', limitBytes: 64 * MEBIBYTE }, 2 * 64],
    ['what is not collected yet under a line of 300 MB that is no event', 'nothing: ', { events: 0 }, UNCOLLECTED],
  ])('grows by no more than %s', async (_what, beginning, outcome, most) => {
    const { origin } = await startServer(async (response) => {
      response.write(beginning);
      await flood(response, Buffer.alloc(MEBIBYTE, 'x'), 300e6);
      response.end();
    });
    const measured = await measureClient(`
      let events = 0;
      for await (const event of (await http.request({ url: '${origin}' })).events()) events += 1;
      return { events };
    `);
    expect(measured.outcome).toEqual(outcome);
    expect(measured.grownMiB).toBeLessThan(most);
  });

  it('grows by a few MiB under an error without an end', async () => {
    const { origin, closed } = await startServer(async (response) => {
      response.writeHead(500);
      await flood(response, Buffer.alloc(MEBIBYTE, 'x'));
    });
    const measured = await measureClient(`return (await readErrorBody(await http.request({ url: '${origin}' }))).length;`);
    expect(measured.outcome).toBe(64 * 1024);
    expect(measured.grownMiB).toBeLessThan(UNCOLLECTED);
    await closed();
  });

  it.each([['gzip', createGzip], ['br', fastBrotli]] as const)('grows by what is not collected yet under a bomb in %s that holds 256 MiB', async (encoding, compressor) => {
    const { origin } = await startServer(async (response) => {
      const compressed = compressor();
      compressed.pipe(response.writeHead(200, { 'content-encoding': encoding }));
      await flood(compressed, Buffer.alloc(MEBIBYTE, ' '), 256 * MEBIBYTE);
      compressed.end();
    });
    const measured = await measureClient(`return (await http.request({ url: '${origin}' })).json();`);
    expect(measured.outcome).toEqual({ code: 'too_large', limitBytes: 8 * MEBIBYTE });
    expect(measured.grownMiB).toBeLessThan(8 + UNCOLLECTED);
  });

  it('holds a body whose length is known once, and another one twice at most', async () => {
    const SIZE = 64;
    const { origin } = await startServer(async (response, { path }) => {
      if (path === '/known') response.setHeader('content-length', SIZE * MEBIBYTE);
      await flood(response, Buffer.alloc(MEBIBYTE, 1), SIZE * MEBIBYTE);
      response.end();
    });
    const load = (path: string) => measureClient(`return (await (await http.request({ url: '${origin}${path}' })).bytes()).length;`, { onlyHeld: true });
    const known = await load('/known');
    const unknown = await load('/unknown');
    expect([known.outcome, unknown.outcome]).toEqual([SIZE * MEBIBYTE, SIZE * MEBIBYTE]);
    expect(known.grownMiB).toBeLessThan(2 * SIZE);
    expect(unknown.grownMiB).toBeLessThan(3 * SIZE);
  }, 60_000);
});

describe('a consumer that stops reading', () => {
  it('stops the server over TCP before 16 MiB were pulled', async () => {
    const taken = createBarrier<Socket>();
    const server = createServer((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\ndata: first\n\n');
        taken.open(socket);
        void flood(socket, Buffer.from(`: ${'x'.repeat(65_533)}\n`), 256 * MEBIBYTE);
      });
    });
    const { port, closed } = await listen(server);
    const events = (await openHttp().request({ url: `http://127.0.0.1:${port.toString()}/` })).events();
    expect((await events.next()).value).toMatchObject({ data: 'first' });
    const socket = await taken.reached;
    // Stands still: in half a second not one byte more leaves.
    const gone = (): number => socket.bytesWritten - socket.writableLength;
    for (let before = -1; before !== gone();) {
      before = gone();
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    expect(gone()).toBeLessThan(16 * MEBIBYTE);
    await events.return();
    await closed();
  });

  it('and goes on later gets everything, in order', async () => {
    const { origin } = await startServer(async (response) => {
      for (let count = 0; count < 64; count += 1) {
        const isFull = !response.write(`data: ${count.toString()} ${'x'.repeat(256 * 1024)}\n\n`);
        if (isFull) await once(response, 'drain');
      }
      response.end();
    });
    const numbers: number[] = [];
    for await (const { data } of (await openHttp().request({ url: origin })).events()) {
      numbers.push(Number.parseInt(data, 10));
      if (numbers.length % 16 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(numbers).toEqual(Array.from({ length: 64 }, (_, index) => index));
  });
});
