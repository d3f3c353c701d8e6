import { getEventListeners } from 'node:events';
import { createServer } from 'node:net';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { NetworkError } from '../errors/network-error.ts';
import { ProxyError } from '../errors/proxy-error.ts';
import { UnsafeUrlError } from '../errors/unsafe-url-error.ts';
import { closedPort, listen, startServer } from '../testing/local-server.ts';
import { failureOf, openHttp } from '../testing/open-http.ts';
import { ConnectionError } from './undici/connection-error.node.ts';
import * as node from './runtime.node.ts';
import * as browser from './runtime.ts';

/** A server that answers whatever comes with these bytes, or cuts the connection. */
async function rawServer(answer: string | undefined): Promise<string> {
  const server = createServer((socket) => {
    socket.once('data', () => {
      if (answer === undefined) socket.resetAndDestroy();
      else socket.end(answer);
    });
  });
  const { port } = await listen(server);
  return `http://127.0.0.1:${port.toString()}`;
}

const POST = { method: 'POST', json: { prompt: 'x' }, billable: true } as const;
const unsent = (cause: unknown): ConnectionError => new ConnectionError('unsent', cause);
const coded = (code: string, cause?: unknown): Error => Object.assign(new TypeError('fetch failed', { cause }), { code });

describe('a connection that fails', () => {
  it('because nothing listens cost nothing', async () => {
    const port = await closedPort();
    const error = await failureOf(openHttp().request({ url: `http://127.0.0.1:${port.toString()}/`, ...POST }));
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({
      code: 'network', billed: 'no', retryable: true, message: `The connection to 127.0.0.1:${port.toString()} failed: nothing listens there.`,
      cause: { name: expect.any(String) as string },
    });
  });

  it('because no such host is known cost nothing', async () => {
    const error = await failureOf(openHttp().request({ url: 'http://no-such-host.invalid/', ...POST }));
    expect(error).toMatchObject({ code: 'network', billed: 'no' });
  });

  it.each([['reset', undefined], ['closed without an answer', '']])('%s after a POST may have cost something', async (_what, answer) => {
    const origin = await rawServer(answer);
    const http = openHttp();
    const error = await failureOf(http.request({ url: origin, ...POST }));
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ billed: 'maybe', retryable: true });
    expect(await failureOf(http.request({ url: origin }))).toMatchObject({ billed: 'no' });
  });

  it.each([
    ['that is not HTTP', 'this is not HTTP\r\n\r\n', 'protocol', /^127\.0\.0\.1:\d+ answered with something that is not HTTP\.$/u],
    ['in chunks that are none', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 'protocol', /not HTTP\.$/u],
    ['of a status beyond all', 'HTTP/1.1 999 OK\r\nContent-Length: 0\r\n\r\n', 'protocol', /a status that HTTP does not know\.$/u],
    ['with a head of 64 KiB', `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(64 * 1024)}\r\n\r\n`, 'too_large', /^The head of the answer of .* limit of 16384 bytes\.$/u],
    ['that ends before its length', 'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 9\r\n\r\nhalf', 'network', /closed in the middle of the answer\.$/u],
    ['that ends before its last chunk', 'HTTP/1.1 200 OK\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n', 'network', /closed in the middle of the answer\.$/u],
  ])('by an answer %s is typed', async (_what, answer, code, message) => {
    const origin = await rawServer(answer);
    for (const billable of [true, false]) {
      const read = async (): Promise<string> => (await openHttp().request({ url: origin, ...POST, billable })).text();
      expect(await failureOf(read())).toMatchObject({ code, billed: billable ? 'maybe' : 'no', message: expect.stringMatching(message) as string });
    }
  });

  it('in the middle of a body is typed, and may have cost something after a POST', async () => {
    const { origin } = await startServer((response) => {
      response.write('{"half":');
      setImmediate(() => response.socket?.resetAndDestroy());
    });
    const http = openHttp();
    expect(await failureOf((await http.request({ url: origin, ...POST })).json())).toMatchObject({ code: 'network', billed: 'maybe' });
    expect(await failureOf((await http.request({ url: origin })).json())).toMatchObject({ code: 'network', billed: 'no' });
  });

  it('in the middle of a stream gives the events before it', async () => {
    const { origin } = await startServer((response) => {
      response.write('data: 1\n\ndata: 2\n\ndata: ha');
      setImmediate(() => response.socket?.resetAndDestroy());
    });
    const seen: string[] = [];
    const read = async (): Promise<void> => {
      for await (const { data } of (await openHttp().request({ url: origin })).events()) seen.push(data);
    };
    expect(await failureOf(read())).toBeInstanceOf(NetworkError);
    expect(seen).toEqual(['1', '2']);
  });

  it('leaves nothing behind that listens to the caller\'s signal', async () => {
    const { signal } = new AbortController();
    await failureOf(openHttp().request({ url: `http://127.0.0.1:${(await closedPort()).toString()}/`, signal }));
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('does not spoil the next request', async () => {
    let isFirst = true;
    const { origin } = await startServer((response) => {
      if (isFirst) response.socket?.destroy();
      else response.end('fine');
      isFirst = false;
    });
    const http = openHttp();
    await failureOf(http.request({ url: origin }));
    expect(await (await http.request({ url: origin })).text()).toBe('fine');
  });
});

/** Both forms of what depends on the runtime; a form that does not fit the other one is no entry of this list. */
const FORMS: readonly (readonly [string, typeof node])[] = [['Node', node], ['browsers', browser]];

describe.each(FORMS)('networkFailure in %s', (_runtime, { networkFailure }) => {
  const request = { host: 'example.com', billed: 'maybe', usesProxy: false } as const;

  it('is open about the bill of whatever it does not know', () => {
    for (const thrown of ['a text', new TypeError('Failed to fetch'), coded('E_NEW'), undefined]) {
      const error = networkFailure(thrown, request);
      expect(error).toBeInstanceOf(NetworkError);
      expect(error).toMatchObject({ code: 'network', billed: 'maybe', retryable: true });
    }
    expect(networkFailure('a text', { ...request, billed: 'no' })).toMatchObject({ billed: 'no' });
  });

  it('names the host alone, and keeps what the runtime says as text', () => {
    const thrown = Object.assign(new Error('could not load https://user:CANARY@example.com/?token=CANARY'), { request: 'CANARY' });
    const error = networkFailure(thrown, request);
    expect(error.message).toMatch(/^The connection to example\.com failed/u);
    expect(error.cause).toMatchObject({ message: expect.stringContaining('could not load') as string });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('CANARY');
  });
});

describe('networkFailure in Node', () => {
  const { networkFailure } = node;
  const request = { host: 'example.com', billed: 'maybe', usesProxy: false } as const;
  const throughProxy = { ...request, usesProxy: true };

  it('knows that a request of which nothing was written cost nothing', () => {
    for (const thrown of [unsent(coded('ECONNRESET')), new Error('of a wrapper', { cause: unsent(coded('X')) })]) {
      expect(networkFailure(thrown, request)).toMatchObject({ billed: 'no' });
    }
    expect(networkFailure(new ConnectionError('sent', coded('ECONNRESET')), request)).toMatchObject({ billed: 'maybe' });
  });

  it.each([
    ['ECONNREFUSED', true], ['EAI_AGAIN', true], ['ECONNRESET', true], ['EMFILE', true], ['ENOTFOUND', false], ['CERT_HAS_EXPIRED', false], ['EPROTO', false],
    ['ERR_TLS_CERT_ALTNAME_INVALID', false], ['DEPTH_ZERO_SELF_SIGNED_CERT', false], ['SELF_SIGNED_CERT_IN_CHAIN', false], ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', false], ['ERR_SSL_WRONG_VERSION_NUMBER', false],
  ])('knows whether %s may pass: %s', (code, retryable) => {
    expect(networkFailure(unsent(coded(code)), request)).toMatchObject({ code: 'network', billed: 'no', retryable });
    expect(networkFailure(unsent(new AggregateError([coded(code)])), request)).toMatchObject({ retryable });
  });

  it('passes on what the rules for addresses say', () => {
    const unsafe = new UnsafeUrlError('no');
    expect(networkFailure(unsent(unsafe), request)).toBe(unsafe);
  });

  it('says why, where it is told', () => {
    expect(networkFailure('a text', request)).toMatchObject({ message: 'The connection to example.com failed: no reason was given.' });
    expect(networkFailure(coded('E_NEW'), request)).toMatchObject({ message: 'The connection to example.com failed: E_NEW.' });
    expect(networkFailure(coded('ENOTFOUND'), request)).toMatchObject({ message: 'The connection to example.com failed: the host name is not known.' });
    expect(networkFailure(coded('CERT_HAS_EXPIRED'), request)).toMatchObject({ message: 'The connection to example.com failed: its certificate or encryption cannot be trusted (CERT_HAS_EXPIRED).' });
  });

  it('finds the reason behind five other errors, and is done where one is the cause of itself', () => {
    const behind = (depth: number): Error => (depth === 0 ? coded('ENOTFOUND') : new Error('of a wrapper', { cause: behind(depth - 1) }));
    expect([5, 6].map((depth) => networkFailure(behind(depth), request).retryable)).toEqual([false, true]);
    const circle = coded('E_NEW');
    circle.cause = circle;
    expect(networkFailure(circle, request)).toMatchObject({ message: 'The connection to example.com failed: E_NEW.' });
  });

  it('knows the first of several codes that says something', () => {
    expect(networkFailure(coded('E_NEW', coded('ECONNREFUSED')), request).message).toMatch(/nothing listens there\.$/u);
  });

  it('passes over codes that are no text', () => {
    expect(networkFailure(Object.assign(new Error('x', { cause: coded('ECONNREFUSED') }), { code: 5 }), request).message).toMatch(/nothing listens there\.$/u);
  });

  it('keeps of a failed connection what failed, not what wraps it', () => {
    const { cause } = networkFailure(new Error('of a wrapper', { cause: unsent(new Error('the reason')) }), request);
    expect(cause).toMatchObject({ message: 'the reason' });
  });

  it.each([
    [new Error('Proxy response (502) !== 200 when HTTP Tunneling'), true, 'it answered with HTTP 502'],
    [new Error('Proxy response (407) !== 200 when HTTP Tunneling'), false, 'it refuses the user, the password or the target'],
    [coded('UND_ERR_SOCKS5_AUTH_FAILED'), false, 'it refuses the user, the password or the target'],
    [coded('UND_ERR_SOCKS5_REPLY_2'), false, 'it refuses the user, the password or the target'],
    [coded('UND_ERR_SOCKS5_REPLY_5'), true, 'it cannot reach that host'],
    [coded('E_NEW'), true, 'E_NEW'],
    [coded('ECONNREFUSED'), true, 'nothing listens there'],
    [coded('ENOTFOUND'), false, 'the host name is not known'],
    ['a text', true, 'no reason was given'],
  ])('knows of a proxy that fails with %o whether that may pass: %s', (thrown, retryable, words) => {
    const error = networkFailure(unsent(thrown), throughProxy);
    expect(error).toBeInstanceOf(ProxyError);
    expect(error).toMatchObject({ retryable, billed: 'no', message: `The proxy could not be used on the way to example.com: ${words}.` });
  });

  it('blames the proxy for what the proxy did, and not for the rest', () => {
    expect(networkFailure(unsent(coded('ECONNREFUSED')), throughProxy)).toBeInstanceOf(ProxyError);
    expect(networkFailure(coded('ECONNRESET'), throughProxy)).toMatchObject({ code: 'network', billed: 'maybe' });
  });
});
