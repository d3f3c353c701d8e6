import { createGzip, gzipSync, brotliCompressSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { NetworkError } from '../errors/network-error.ts';
import { ProtocolError } from '../errors/protocol-error.ts';
import { ProviderError } from '../errors/provider-error.ts';
import { TooLargeError } from '../errors/too-large-error.ts';
import { startServer } from '../testing/local-server.ts';
import { failureOf, openHttp } from '../testing/open-http.ts';
import { createHttp } from './create-http.ts';
import type { HttpResponse } from './http.ts';

describe('a request', () => {
  it('sends JSON with its content type', async () => {
    const { origin, requests } = await startServer();
    await (await openHttp().request({ url: `${origin}/a?b=c`, method: 'POST', json: { prompt: 'Кот' }, headers: { accept: 'text/event-stream' } })).text();
    expect(requests).toMatchObject([{ method: 'POST', path: '/a?b=c', body: '{"prompt":"Кот"}', headers: { 'content-type': 'application/json', accept: 'text/event-stream' } }]);
  });

  it('has each header once, however its name is written', async () => {
    const { origin, requests } = await startServer();
    const headers = { 'Content-Type': 'application/ld+json', 'Accept': 'text/event-stream', 'User-Agent': 'mine', 'Accept-Encoding': 'gzip' };
    await (await openHttp().request({ url: origin, method: 'POST', json: {}, headers })).text();
    expect(requests).toMatchObject([{ headers: { 'content-type': 'application/ld+json', 'accept': 'text/event-stream', 'user-agent': 'mine', 'accept-encoding': 'gzip' } }]);
  });

  it('is a GET without a body when nothing else is said', async () => {
    const { origin, requests } = await startServer();
    await (await openHttp().request({ url: new URL(origin) })).text();
    expect(requests).toMatchObject([{ method: 'GET', path: '/', body: '' }]);
  });

  it.each(['', 'relative', '/a', 'ftp://example.com', 'file:///etc/passwd', 'data:,x', 'javascript:1'])('of %j is refused', async (url) => {
    expect(await failureOf(openHttp().request({ url }))).toMatchObject({ code: 'invalid_configuration', message: 'Only absolute http: and https: URLs can be requested.' });
  });

  it('shows the credentials of a URL in no error', async () => {
    const { port } = await startServer();
    const error = await failureOf(openHttp().request({ url: `http://user:CANARY@127.0.0.1:${port.toString()}/` }));
    expect(error).toBeInstanceOf(ProviderError);
    expect(error instanceof Error ? `${error.message} ${error.stack ?? ''} ${String(error.cause)}` : '').not.toContain('CANARY');
  });

  it('is not tried again by itself, whatever the answer', async () => {
    for (const status of [408, 429, 500, 502, 503, 504]) {
      const { origin, requests } = await startServer((response) => response.writeHead(status, { 'retry-after': '0' }).end());
      const response = await openHttp().request({ url: origin });
      expect(response).toMatchObject({ status, ok: false });
      response.cancel();
      expect(requests).toHaveLength(1);
    }
  });
});

describe('an answer', () => {
  it('tells status, address and headers before its body', async () => {
    const { origin } = await startServer((response) => response.writeHead(201, { 'x-test': 'yes' }).write('x'));
    const response = await openHttp().request({ url: `${origin}/a` });
    expect(response).toMatchObject({ status: 201, ok: true, url: `${origin}/a` });
    expect(response.headers.get('x-test')).toBe('yes');
    response.cancel();
  });

  it.each([[200, true], [299, true], [300, false], [404, false]])('of status %i is fine: %s', async (status, ok) => {
    const { origin } = await startServer((response) => response.writeHead(status).end());
    expect(await openHttp().request({ url: origin })).toMatchObject({ status, ok });
  });

  it('is read as bytes, text or JSON', async () => {
    const { origin } = await startServer((response) => {
      response.write(Buffer.from('{"a":"\u00e9').subarray(0, 7));
      setImmediate(() => response.end(Buffer.concat([Buffer.from('\u00e9').subarray(1), Buffer.from('"}')])));
    });
    const http = openHttp();
    expect(await (await http.request({ url: origin })).json()).toEqual({ a: 'é' });
    expect(await (await http.request({ url: origin })).text()).toBe('{"a":"é"}');
    expect(await (await http.request({ url: origin })).bytes()).toEqual(new Uint8Array(Buffer.from('{"a":"é"}')));
  });

  it('may have no body at all', async () => {
    const { origin } = await startServer((response) => response.writeHead(204).end());
    const http = openHttp();
    expect(await (await http.request({ url: origin })).bytes()).toHaveLength(0);
    expect(await failureOf((await http.request({ url: origin })).json())).toBeInstanceOf(ProtocolError);
  });

  it.each(['', '<html>', '{"a":', '{"prompt":"CANARY"'])('of %j is not JSON, and is not repeated', async (body) => {
    const { origin } = await startServer((response) => response.end(body));
    const error = await failureOf((await openHttp().request({ url: origin })).json());
    expect(error).toBeInstanceOf(ProtocolError);
    expect(error).toMatchObject({ message: `${new URL(origin).host} answered with something that is not JSON.`, billed: 'no' });
    expect(error).not.toHaveProperty('cause');
  });

  it('with odd keys changes no prototype', async () => {
    const { origin } = await startServer((response) => response.end('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'));
    await (await openHttp().request({ url: origin })).json();
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('the limits of an answer', () => {
  const endless = (piece: string): ReturnType<typeof startServer> => startServer((response) => {
    const write = (): void => {
      while (!response.destroyed && response.write(piece));
      if (!response.destroyed) response.once('drain', write);
    };
    write();
  });

  it.each(['bytes', 'text', 'json'] as const)('end %s() that goes on for ever, and its connection', async (method) => {
    const server = await endless('x'.repeat(1000));
    const error = await failureOf((await openHttp().request({ url: server.origin }))[method](5000));
    expect(error).toBeInstanceOf(TooLargeError);
    expect(error).toMatchObject({ limitBytes: 5000 });
    await server.closed();
  });

  it.each([['one event without an end', 'data: xxxxxxxxxxxxxxxxxxxx\n', { eventBytes: 5000 }], ['one line without an end', 'data: x', { eventBytes: 5000 }], ['small events without an end', 'data: x\n\n', { streamBytes: 5000 }]])(
    'end events() of %s',
    async (_what, unit, limits) => {
      const server = await endless(unit.repeat(100));
      const read = async (): Promise<void> => {
        for await (const event of (await openHttp().request({ url: server.origin })).events(limits)) expect(event.data).toBe('x');
      };
      const error = await failureOf(read());
      expect(error).toBeInstanceOf(TooLargeError);
      expect(error).toMatchObject({ limitBytes: 5000 });
      await server.closed();
    },
  );

  it('are limits: exactly so many bytes pass', async () => {
    const { origin } = await startServer((response) => response.end('x'.repeat(5000)));
    const http = openHttp();
    expect(await (await http.request({ url: origin })).bytes(5000)).toHaveLength(5000);
    expect(await failureOf((await http.request({ url: origin })).bytes(4999))).toBeInstanceOf(TooLargeError);
  });

  it.each<[string, (response: HttpResponse, own?: number) => Promise<unknown>]>([
    ['jsonBytes', (response, own) => response.text(own)], ['jsonBytes', (response, own) => response.json(own)], ['imageBytes', (response, own) => response.bytes(own)],
    ['streamBytes', (response, streamBytes) => response.events({ eventBytes: 1000, streamBytes }).next()], ['eventBytes', (response, eventBytes) => response.events({ eventBytes, streamBytes: 1000 }).next()],
  ])('are named by the error where they are those of the transport (%s), and not where the reader set one', async (limit, read) => {
    const { origin } = await startServer((response) => response.end('data: a line'));
    const http = createHttp({ limits: { jsonBytes: 5, imageBytes: 5, streamBytes: 5, eventBytes: 5 } });
    onTestFinished(() => http.close());
    expect(await failureOf(read(await http.request({ url: origin })))).toMatchObject({ code: 'too_large', limit, limitBytes: 5 });
    const error = await failureOf(read(await http.request({ url: origin }), 6));
    expect(error).toMatchObject({ code: 'too_large', limitBytes: 6 });
    expect(error).not.toHaveProperty('limit');
  });

  it('take an event of 48 MiB, which a large image makes', async () => {
    const block = Buffer.alloc(1024 * 1024, 'x');
    const { origin } = await startServer((response) => {
      response.write('data: ');
      for (let count = 0; count < 48; count += 1) response.write(block);
      response.end('\n\n');
    });
    const lengths: number[] = [];
    for await (const { data } of (await openHttp().request({ url: origin })).events()) lengths.push(data.length);
    expect(lengths).toEqual([48 * 1024 * 1024]);
  });

  it('count what comes out of compression, and stop it in the middle', async () => {
    const server = await startServer((response) => {
      const gzip = createGzip();
      response.writeHead(200, { 'content-encoding': 'gzip' });
      gzip.pipe(response);
      const block = Buffer.alloc(1024 * 1024);
      const write = (): void => {
        while (!response.destroyed && gzip.write(block));
        if (!response.destroyed) gzip.once('drain', write);
      };
      write();
    });
    const error = await failureOf((await openHttp().request({ url: server.origin })).bytes(8 * 1024 * 1024));
    expect(error).toBeInstanceOf(TooLargeError);
    await server.closed();
  });

  it.each([['gzip', gzipSync], ['br', brotliCompressSync]] as const)('are above a body in %s that is smaller', async (encoding, compress) => {
    const { origin } = await startServer((response) => response.writeHead(200, { 'content-encoding': encoding }).end(compress('{"a":1}')));
    expect(await (await openHttp().request({ url: origin })).json(7)).toEqual({ a: 1 });
  });

  it('do not excuse a broken compression', async () => {
    const { origin } = await startServer((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('this is no gzip'));
    expect(await failureOf((await openHttp().request({ url: origin })).text())).toBeInstanceOf(ProviderError);
  });

  it('leave the bill open when the request may have been charged', async () => {
    const { origin } = await startServer((response) => response.end('data: "this is too long"'));
    const ask = () => openHttp().request({ url: origin, method: 'POST', json: {}, billable: true });
    expect(await failureOf((await ask()).bytes(5))).toMatchObject({ code: 'too_large', billed: 'maybe' });
    expect(await failureOf((await ask()).events({ eventBytes: 5 }).next())).toMatchObject({ code: 'too_large', billed: 'maybe' });
    expect(await failureOf((await ask()).events({ streamBytes: 5 }).next())).toMatchObject({ code: 'too_large', billed: 'maybe' });
    expect(await failureOf((await ask()).json())).toMatchObject({ code: 'protocol', billed: 'maybe' });
  });

  it('do not take a body that is shorter than announced for whole', async () => {
    const { origin } = await startServer((response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
      setImmediate(() => response.destroy());
    });
    expect(await failureOf((await openHttp().request({ url: origin })).bytes())).toBeInstanceOf(NetworkError);
  });
});
