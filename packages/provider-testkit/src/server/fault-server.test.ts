import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as kit from '../index.ts';

async function start(options: kit.FaultServerOptions): Promise<kit.FaultServer> {
  const server = await kit.startFaultServer(options);
  onTestFinished(() => server.close());
  return server;
}

describe('a fault server', () => {
  it('answers as it was told and keeps the request', async () => {
    const server = await start({ respond: ({ path }) => [kit.json(201, { path })] });
    const response = await fetch(`${server.url}/jobs?a=1`, { method: 'POST', body: '{"prompt":"é"}', headers: { 'X-Key': 'k' } });
    expect([response.status, await response.json()]).toEqual([201, { path: '/jobs?a=1' }]);
    expect(server.requests).toMatchObject([{ method: 'POST', path: '/jobs?a=1', body: '{"prompt":"é"}', headers: { 'x-key': 'k' }, connection: 1 }]);
  });

  it('reads a body of chunks', async () => {
    const server = await start({ respond: ({ body }) => [kit.answer(200, body)] });
    const body = new ReadableStream({
      start: (controller) => {
        for (const piece of ['one ', 'two']) controller.enqueue(new TextEncoder().encode(piece));
        controller.close();
      },
    });
    const response = await fetch(server.url, { method: 'POST', body, duplex: 'half' } as RequestInit);
    expect(await response.text()).toBe('one two');
  });

  it('answers several requests on one connection', async () => {
    const server = await start({ respond: ({ path }) => (path === '/last' ? [kit.answer(200, path), kit.fin()] : [kit.answer(200, path)]) });
    const socket = connect(server.port, '127.0.0.1');
    socket.write('GET /first HTTP/1.1\r\n\r\nGET /last HTTP/1.1\r\n\r\n');
    expect(await text(socket)).toMatch(/first.*last$/su);
    expect(server.requests.map(({ path, connection }) => [path, connection])).toEqual([['/first', 1], ['/last', 1]]);
  });

  it('answers 404 when it was told nothing', async () => {
    const server = await start({});
    const response = await fetch(server.url);
    expect([response.status, await response.text()]).toEqual([404, '']);
  });

  it('streams events, with comments between them', async () => {
    const server = await start({ respond: () => [kit.eventStream(), kit.event({ step: 1 }, 'progress'), kit.comment('alive'), kit.event('end'), kit.lastChunk()] });
    expect(await (await fetch(server.url)).text()).toBe('event: progress\ndata: {"step":1}\n\n:alive\n\ndata: end\n\n');
  });

  it('waits for a barrier and tells how far it came', async () => {
    const [gate, arrived] = [kit.createBarrier(), kit.createBarrier()];
    const server = await start({ respond: () => [kit.tell(arrived), kit.waitFor(gate.reached), kit.answer(200)] });
    const answered = fetch(server.url);
    await arrived.reached;
    gate.open();
    expect((await answered).status).toBe(200);
  });

  it('breaks a connection off', async () => {
    const server = await start({ respond: () => [kit.head(200, { 'content-length': '10' }), kit.send('abc'), kit.rst()] });
    const socket = connect(server.port, '127.0.0.1').end('GET / HTTP/1.1\r\n\r\n');
    await expect(text(socket)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await server.closed();
  });

  it('ends a connection in order', async () => {
    const server = await start({ respond: () => [kit.send('abc'), kit.fin()] });
    const socket = connect(server.port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\n\r\n');
    expect(await text(socket)).toBe('abc');
  });

  it('greets a connection before it reads', async () => {
    const server = await start({ greet: [kit.rst()] });
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
    expect([server.connections, server.requests.length]).toEqual([1, 0]);
  });

  it('holds a connection until the client goes, and counts what is open', async () => {
    const server = await start({ respond: () => [kit.hold()] });
    const controller = new AbortController();
    const answered = fetch(server.url, { signal: controller.signal }).catch(() => 'gone');
    await expect.poll(() => server.requests.length).toBe(1);
    expect(server.openSockets).toBe(1);
    controller.abort();
    expect(await answered).toBe('gone');
    await server.closed();
    expect(server.openSockets).toBe(0);
  });

  it('drips bytes so that each comes by itself', async () => {
    const server = await start({ respond: () => [kit.head(200, { 'transfer-encoding': 'chunked' }), kit.drip('æb', { wrap: kit.framed }), kit.lastChunk()] });
    expect(await (await fetch(server.url)).text()).toBe('æb');
  });

  it('floods no more than a client takes', async () => {
    const server = await start({ respond: () => [kit.head(200), kit.flood(Buffer.alloc(64 * 1024))] });
    const response = await fetch(server.url);
    await expect.poll(() => server.bytesPulled).toBeGreaterThan(0);
    let before = -1;
    await expect.poll(() => before === (before = server.bytesPulled), { interval: 50 }).toBe(true);
    expect(server.bytesPulled).toBeLessThan(16 * 1024 * 1024);
    await response.body?.cancel();
    await server.closed();
  });

  it('says at its end that a script threw', async () => {
    const server = await kit.startFaultServer({ respond: () => [() => { throw new Error('a mistake in the script'); }] });
    await fetch(server.url).catch(() => undefined);
    await expect(server.close()).rejects.toMatchObject({ errors: [{ message: 'a mistake in the script' }] });
  });
});
