import { brotliCompressSync, constants, createGzip, deflateSync, gzipSync } from 'node:zlib';
import * as zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { startServer, type LocalServer } from '../../testing/local-server.ts';
import { failureOf, openHttp } from '../../testing/open-http.ts';

const ENCODERS: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ['gzip, gzip', (bytes) => gzipSync(gzipSync(bytes))],
  ['deflate, br', (bytes) => brotliCompressSync(deflateSync(bytes))],
  ['Identity, GZIP', gzipSync],
  // From Node 22.15 on.
  ...('zstdCompressSync' in zlib ? [['zstd', zlib.zstdCompressSync] as const] : []),
];
const MEBIBYTE = 1024 * 1024;

function encoded(encoding: string, bytes: Buffer): Promise<LocalServer> {
  return startServer((response) => response.writeHead(200, { 'content-encoding': encoding }).end(bytes));
}

describe('a request', () => {
  it('asks for no compression unless it is told to', async () => {
    const server = await startServer();
    const http = openHttp();
    await (await http.request({ url: server.origin })).text();
    await (await http.request({ url: server.origin, headers: { 'accept-encoding': 'gzip' } })).text();
    expect(server.requests.map(({ headers }) => headers['accept-encoding'])).toEqual(['identity', 'gzip']);
  });
});

describe.each(ENCODERS)('a body that comes as %s all the same', (encoding, encode) => {
  it('is decoded', async () => {
    const { origin } = await encoded(encoding, encode(Buffer.from('{"a":"é🎨"}')));
    expect(await (await openHttp().request({ url: origin })).json()).toEqual({ a: 'é🎨' });
  });

  it('is counted as it was before, and is not decoded beyond the limit', async () => {
    const bomb = encode(Buffer.alloc(64 * MEBIBYTE));
    expect(bomb.length).toBeLessThan(MEBIBYTE);
    const { origin } = await encoded(encoding, bomb);
    const before = process.memoryUsage.rss();
    const error = await failureOf((await openHttp().request({ url: origin, method: 'POST', billable: true })).bytes(2 * MEBIBYTE));
    expect(error).toMatchObject({ code: 'too_large', limitBytes: 2 * MEBIBYTE, billed: 'maybe' });
    expect(process.memoryUsage.rss() - before).toBeLessThan(48 * MEBIBYTE);
  });

  it.each([
    ['damaged', (bytes: Buffer) => Buffer.concat([Buffer.from('no '), bytes])],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 3)],
  ])('and %s is an error of the protocol', async (_what, spoil) => {
    const { origin } = await encoded(encoding, spoil(encode(Buffer.from('a text that is somewhat longer'.repeat(9)))));
    const error = await failureOf((await openHttp().request({ url: origin, method: 'POST', billable: true })).text());
    expect(error).toMatchObject({ code: 'protocol', billed: 'maybe', message: expect.stringMatching(/ answered with a compressed body that is damaged\.$/u) as string });
  });
});

describe('a compressed body that holds far more than it weighs', () => {
  it('is refused from 8 MiB on, whatever the limit of the reader', async () => {
    const { origin } = await encoded('gzip', gzipSync(Buffer.alloc(32 * MEBIBYTE)));
    const error = await failureOf((await openHttp().request({ url: origin, method: 'POST', billable: true })).bytes());
    expect(error).toMatchObject({ code: 'too_large', limitBytes: 8 * MEBIBYTE, billed: 'maybe' });
  });

  it('is taken up to 8 MiB', async () => {
    const { origin } = await encoded('gzip', gzipSync(Buffer.alloc(8 * MEBIBYTE)));
    expect(await (await openHttp().request({ url: origin })).bytes()).toHaveLength(8 * MEBIBYTE);
  });

  it('is taken beyond that if it holds what can be', async () => {
    const lines = Buffer.from(Array.from({ length: 300_000 }, (_, index) => `{"step":${index.toString()},"message":"painting the next part"}`).join('\n'));
    expect(lines.length).toBeGreaterThan(12 * MEBIBYTE);
    const { origin } = await encoded('gzip', gzipSync(lines));
    expect(await (await openHttp().request({ url: origin })).bytes()).toHaveLength(lines.length);
  });
});

describe('a compressed body', () => {
  it('gives the events of a stream as they come', async () => {
    const gzip = createGzip({ flush: constants.Z_SYNC_FLUSH });
    const { origin } = await startServer((response) => {
      gzip.pipe(response.writeHead(200, { 'content-encoding': 'gzip' }));
      gzip.write('data: 1\n\n');
    });
    const events = (await openHttp().request({ url: origin })).events();
    expect(await events.next()).toMatchObject({ value: { data: '1' } });
    gzip.end('data: 2\n\n');
    expect(await events.next()).toMatchObject({ value: { data: '2' } });
    expect(await events.next()).toMatchObject({ done: true });
  });

  it('of an unknown encoding is an error of the protocol', async () => {
    const { origin } = await encoded('compress', Buffer.from('x'));
    expect(await failureOf((await openHttp().request({ url: origin })).text())).toMatchObject({ code: 'protocol', message: expect.stringContaining('an encoding that was not asked for') as string });
  });

  it('of four encodings is an error of the protocol', async () => {
    const { origin } = await encoded('gzip, gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(gzipSync('x')))));
    expect(await failureOf((await openHttp().request({ url: origin })).text())).toMatchObject({ code: 'protocol' });
  });

  it('is refused where the request refuses every encoding', async () => {
    const { origin } = await encoded('gzip', gzipSync('x'));
    const response = await openHttp().request({ url: origin, headers: { 'accept-encoding': 'identity, *;q=0' } });
    expect(await failureOf(response.text())).toMatchObject({ code: 'protocol' });
  });

  it('that breaks off with its connection is a failure of the network', async () => {
    const { origin } = await startServer((response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).write(gzipSync('x'.repeat(1000)).subarray(0, 12));
      setImmediate(() => response.socket?.resetAndDestroy());
    });
    expect(await failureOf((await openHttp().request({ url: origin })).text())).toMatchObject({ code: 'network' });
  });

  it('that is left closes its connection', async () => {
    const server = await startServer((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).write(gzipSync('x'.repeat(1000))));
    const response = await openHttp().request({ url: server.origin });
    for await (const piece of response.chunks()) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    await server.closed();
  });
});
