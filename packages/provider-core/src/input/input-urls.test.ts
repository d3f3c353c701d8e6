import type { LookupFunction } from 'node:net';
import { describe, expect, it } from 'vitest';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { REFUSED_HOSTS } from '../testing/address-vectors.ts';
import { createBarrier } from '../testing/barrier.ts';
import { imageBytes } from '../testing/image-fixtures.ts';
import { inputOutcome, type InputRunOptions } from '../testing/input-run.ts';
import { startHttpProxy } from '../testing/local-proxy.ts';
import { startServer, type Handler, type LocalServer } from '../testing/local-server.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { isPublicAddress } from '../transport/addresses/public-address.node.ts';

const PNG = imageBytes('png');
const serve: Handler = (response) => response.end(PNG);

/** A lookup that leads every name to this address. */
const leadingTo = (address: string): LookupFunction => (_name, _options, callback) => { callback(null, [{ address, family: 4 }]); };

interface PictureServer extends LocalServer {
  readonly url: string;
  /** Lets the server pass for one of the public internet. */
  readonly options: InputRunOptions;
}

async function pictures(handler: Handler = serve): Promise<PictureServer> {
  const server = await startServer(handler);
  const ports = [server.port.toString()];
  return { ...server, url: `http://pictures.example:${ports.join()}/a.png`, options: { lookup: leadingTo('127.0.0.1'), rules: { isPublicAddress: (address) => address === '127.0.0.1', ports } } };
}

const problemOf = (error: unknown): string => (error instanceof InvalidRequestError ? error.problems.map(({ field, value }) => `${field} ${value}`).join() : `none, but ${String(error)}`);

describe('the URL of an input image', () => {
  it.each([['a text', (url: string) => url], ['a URL', (url: string) => new URL(url)], ['a text in capitals', (url: string) => url.replace('http', 'HTTP')]])('as %s is fetched, with nothing about the request', async (_what, input) => {
    const { url, options, requests } = await pictures();
    const { generation, error } = await inputOutcome({ images: [input(url)], apiKey: 'CANARY-key', prompt: 'CANARY-prompt' }, options);
    expect(error).toBeUndefined();
    expect(generation?.images).toEqual([{ bytes: PNG, mediaType: 'image/png', extension: 'png', width: 7, height: 5 }]);
    expect(requests).toMatchObject([{ method: 'GET', path: '/a.png', body: '', headers: { accept: 'image/*', 'accept-encoding': 'identity, *;q=0' } }]);
    expect(JSON.stringify(requests)).not.toContain('CANARY');
  });

  it('is asked for through the proxy of the run', async () => {
    const [proxy, { url, port, options, requests }] = [await startHttpProxy(), await pictures()];
    const target = url.replace('pictures.example', '127.0.0.1');
    const { generation } = await inputOutcome({ images: [target], proxy: `http://127.0.0.1:${proxy.port.toString()}` }, options);
    expect(generation?.images).toHaveLength(1);
    expect(proxy.targets).toEqual([`127.0.0.1:${port.toString()}`]);
    expect(requests).toHaveLength(1);
  });

  it('may redirect', async () => {
    const { url, options } = await pictures((response, { path }) => (path === '/a.png' ? response.writeHead(302, { location: '/b.png' }).end() : response.end(PNG)));
    expect((await inputOutcome({ images: [url] }, options)).generation?.images).toHaveLength(1);
  });
});

describe('the URL of an input image leads into no private network', () => {
  const REASON = '(only URLs of the public internet are fetched, of port 80 or 443 and without credentials)';

  it.each(REFUSED_HOSTS)('as %s', async (host) => {
    const sentinel = await startServer(serve);
    const url = `http://${host}:${sentinel.port.toString()}/a.png`;
    const { generation, error } = await inputOutcome({ images: [url] }, { rules: { isPublicAddress, ports: [sentinel.port.toString()] } });
    expect(problemOf(error)).toContain(REASON);
    expect([generation, sentinel.connections()]).toEqual([undefined, 0]);
  });

  it('by its name', async () => {
    const sentinel = await startServer(serve);
    const options = { lookup: leadingTo('127.0.0.1'), rules: { isPublicAddress, ports: [sentinel.port.toString()] } };
    const { error } = await inputOutcome({ images: [`http://pictures.example:${sentinel.port.toString()}/a.png`] }, options);
    expect(problemOf(error)).toBe(`images[0] "http://pictures.example:${sentinel.port.toString()}/a.png" ${REASON}`);
    expect(sentinel.connections()).toBe(0);
  });

  it('by a redirect', async () => {
    const sentinel = await startServer(serve);
    const { url, options } = await pictures((response) => response.writeHead(302, { location: `http://127.0.0.2:${sentinel.port.toString()}/a.png` }).end());
    const { error } = await inputOutcome({ images: [url] }, { ...options, rules: { isPublicAddress: (address) => address === '127.0.0.1', ports: [...(options.rules?.ports ?? []), sentinel.port.toString()] } });
    expect(problemOf(error)).toContain(REASON);
    expect(sentinel.connections()).toBe(0);
  });

  it.each(['http://user:CANARY@pictures.example/a.png', 'http://pictures.example:22/a.png', 'http://localhost/a.png', 'http://printer.local/a.png'])('as %s, and shows no password', async (url) => {
    const { error } = await inputOutcome({ images: [new URL(url), PNG, url] });
    expect(problemOf(error)).toMatch(/^images\[0\] "http:.*,images\[2\] "http:/u);
    expect(problemOf(error)).toContain(REASON);
    expect(JSON.stringify(error) + String(error)).not.toContain('CANARY');
  });
});

describe('a URL that gives no image', () => {
  it.each<[string, Handler, string]>([
    ['is not there', (response) => response.writeHead(404).end('CANARY-body'), 'it cannot be fetched: '],
    ['is not for everybody', (response) => response.writeHead(403).end('CANARY-body'), 'it cannot be fetched: '],
    ['gives a page', (response) => response.end('<html>CANARY-body</html>'), 'instead of an image came an HTML page'],
    ['gives half an image', (response) => response.end(PNG.subarray(0, 60)), 'the image (image/png, 60 bytes) is cut short'],
    ['compresses what has to be as it is', (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('CANARY-body'), 'it cannot be fetched: '],
  ])('because it %s is a mistake of the request, and says no query', async (_what, handler, reason) => {
    const { url, options } = await pictures(handler);
    const { generation, error } = await inputOutcome({ images: [`${url}?X-Amz-Signature=CANARY-signature#CANARY`] }, options);
    expect(error).toMatchObject({ code: 'invalid_request', billed: 'no', retryable: false });
    expect(problemOf(error)).toContain(`images[0] ${JSON.stringify(url)} (${reason}`);
    expect(JSON.stringify(error) + String(error) + String(error instanceof Error ? error.cause : '')).not.toContain('CANARY-signature');
    expect(generation).toBeUndefined();
  });

  it('because it never ends is given up at the limit', async () => {
    const server = await pictures((response) => {
      const write = (): void => {
        while (!response.destroyed && response.write(PNG));
        if (!response.destroyed) response.once('drain', write);
      };
      write();
    });
    const { error } = await inputOutcome({ images: [server.url] }, { ...server.options, limits: { imageBytes: 100_000 } });
    expect(problemOf(error)).toContain('(it cannot be fetched: ');
    expect(problemOf(error)).toContain('(limits.imageBytes)');
    await server.closed();
  });

  it.each(['http://', 'https://[::1', 'http://:80/a.png'])('because %s is none', async (url) => {
    expect((await inputOutcome({ images: [url] })).error).toMatchObject({ code: 'invalid_request' });
  });
});

describe('a run that is ended while an input image is fetched', () => {
  it.each(['abort', 'deadline'])('by %s ends at once, and closes the connection', async (how) => {
    const [asked, clock, controller] = [createBarrier(), new ManualClock(), new AbortController()];
    const server = await pictures((response) => { response.write('x'); asked.open(); });
    const outcome = inputOutcome({ images: [server.url, '/missing.png'], signal: controller.signal, timeoutMs: 5000 }, { ...server.options, clock });
    await asked.reached;
    if (how === 'abort') controller.abort();
    else clock.advance(5000);
    expect((await outcome).error).toMatchObject({ code: how === 'abort' ? 'aborted' : 'timeout', billed: 'no' });
    await server.closed();
    expect(clock.pending).toBe(0);
  });

  it('is not ended by a server that is silent for too long: that one input is at fault', async () => {
    const [asked, clock] = [createBarrier(), new ManualClock()];
    const server = await pictures(() => { asked.open(); });
    const outcome = inputOutcome({ images: [server.url] }, { ...server.options, clock });
    await asked.reached;
    clock.advance(60_000);
    expect(problemOf((await outcome).error)).toContain('(it cannot be fetched: Gave up after 60 s: the server did not begin to answer)');
    await server.closed();
  });
});

describe('a data: URL', () => {
  it.each<[string, string, string]>([
    ['without a comma', 'data:image/png;base64', 'the data: URL of the image cannot be decoded'],
    ['with broken base64', 'data:image/png;base64,CANARY%', 'the data: URL of the image cannot be decoded'],
    ['of a text', 'data:text/plain,CANARY', 'instead of an image came 6 bytes of no known image format (PNG, JPEG, WebP, GIF, AVIF)'],
    ['of nothing', 'data:,', 'instead of an image came nothing, an empty answer'],
  ])('%s is named by its length alone', async (_what, url, reason) => {
    expect(problemOf((await inputOutcome({ mask: url, images: [PNG] })).error)).toBe(`mask a data: URL of ${url.length.toString()} characters (${reason})`);
  });

  it('above the limit is not decoded', async () => {
    const url = `data:image/png;base64,${Buffer.from(PNG).toString('base64')}`;
    expect(problemOf((await inputOutcome({ images: [url] }, { limits: { imageBytes: 50 } })).error)).toContain('(limits.imageBytes)');
  });
});
