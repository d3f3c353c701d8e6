import { createServer, type RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { exchange } from './exchange.ts';

const servers = new Set<ReturnType<typeof createServer>>();
afterEach(() => {
  for (const server of servers) server.close().closeAllConnections();
  servers.clear();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.add(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port.toString() : ''}`;
}

const GET = { method: 'GET', path: '/stream' };

describe('exchange', () => {
  it('sends the path as it is', async () => {
    const url = await serve((request, response) => response.end(request.url));
    expect((await exchange(url, { ...GET, path: '/file=../../a%20b' })).body.toString()).toBe('/file=../../a%20b');
  });

  it('tells a stream that ended from one that was broken off', async () => {
    const url = await serve((request, response) => {
      response.write('data: 1\n\n', () => (request.url === '/cut' ? response.destroy() : response.end()));
    });
    expect(await exchange(url, GET)).toMatchObject({ end: 'ended', body: Buffer.from('data: 1\n\n') });
    expect(await exchange(url, { ...GET, path: '/cut' })).toMatchObject({ end: 'broken off', body: Buffer.from('data: 1\n\n') });
  });

  it('leaves at a message, and keeps nothing of what came behind it', async () => {
    const url = await serve((_request, response) => response.write('data: 1\n\ndata: 2\n\ndata: 3\n\n'));
    expect(await exchange(url, GET, { leaveAt: '2' })).toMatchObject({ end: 'left', body: Buffer.from('data: 1\n\ndata: 2\n\n') });
  });

  it('leaves when nothing comes', async () => {
    const url = await serve((_request, response) => response.write('data: 1\n\n'));
    expect(await exchange(url, GET, { silentMs: 50 })).toMatchObject({ end: 'silent', body: Buffer.from('data: 1\n\n') });
  });

  it('acts once at a message, and waits for what it does', async () => {
    const acts: string[] = [];
    const url = await serve((_request, response) => response.end('data: 1\n\ndata: 1\n\n'));
    await exchange(url, GET, { when: ['1', async () => acts.push(await (await fetch(url)).text())] });
    expect(acts).toEqual(['data: 1\n\ndata: 1\n\n']);
  });

  it('says so when the awaited message never comes', async () => {
    const url = await serve((_request, response) => response.end('data: 1\n\n'));
    await expect(exchange(url, GET, { when: ['2', () => Promise.resolve()] })).rejects.toThrow('"2" never came; there was data: 1');
  });
});
