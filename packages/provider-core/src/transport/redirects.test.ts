import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ProtocolError } from '../errors/protocol-error.ts';
import { UnsafeUrlError } from '../errors/unsafe-url-error.ts';
import { startServer, type Handler, type LocalServer } from '../testing/local-server.ts';
import { failureOf, openHttp } from '../testing/open-http.ts';
import { createHttpOver } from './create-http.ts';
import { Credential } from './credential.ts';
import type { HttpRequest } from './http.ts';
import { openNetwork } from './runtime-network.ts';

const STATUSES = [301, 302, 303, 307, 308] as const;

/** A server that redirects `/from` and answers everything else. */
function redirecting(status: number, location: string | undefined): Promise<LocalServer> {
  const handler: Handler = (response, { path }) => {
    if (path.startsWith('/from')) response.writeHead(status, location === undefined ? {} : { location }).end('moved');
    else response.end('arrived');
  };
  return startServer(handler);
}

/** A request with every kind of secret in it. */
function secretRequest(origin: string, over: Partial<HttpRequest> = {}): HttpRequest {
  return { url: `${origin}/from?__sign=CANARY-sign`, credential: new Credential({ origin, header: 'x-key', value: 'CANARY-key' }), ...over };
}

describe('a redirect inside the origin', () => {
  it.each(STATUSES)('of status %i is followed for a GET, with the credential', async (status) => {
    const server = await redirecting(status, '/to');
    const response = await openHttp().request(secretRequest(server.origin));
    expect(await response.text()).toBe('arrived');
    expect(response.url).toBe(`${server.origin}/to`);
    expect(server.requests.map(({ path, headers }) => [path, headers['x-key']])).toEqual([['/from?__sign=CANARY-sign', 'CANARY-key'], ['/to', 'CANARY-key']]);
  });

  it.each([307, 308])('of status %i keeps method and body of a POST', async (status) => {
    const server = await redirecting(status, '/to');
    const response = await openHttp().request(secretRequest(server.origin, { method: 'POST', json: { prompt: 'a cat' } }));
    expect(await response.text()).toBe('arrived');
    expect(server.requests.map(({ method, body }) => [method, body])).toEqual([['POST', '{"prompt":"a cat"}'], ['POST', '{"prompt":"a cat"}']]);
  });

  it.each([301, 302, 303])('of status %i is refused for a POST, which would become a GET', async (status) => {
    const server = await redirecting(status, '/to');
    const error = await failureOf(openHttp().request(secretRequest(server.origin, { method: 'POST', json: { prompt: 'a cat' } })));
    expect(error).toBeInstanceOf(ProtocolError);
    expect(error).toMatchObject({ billed: 'no', message: `${server.origin} redirects a POST by status ${status.toString()}, which would lose it.` });
    expect(server.requests).toHaveLength(1);
    const job = await failureOf(openHttp().request(secretRequest(server.origin, { method: 'POST', json: { prompt: 'a cat' }, billable: true })));
    expect(job).toMatchObject({ code: 'protocol', billed: 'maybe' });
  });

  it('is followed five times and not a sixth time', async () => {
    const server = await startServer((response, { path }) => {
      const left = Number(path.slice(1));
      if (left > 0) response.writeHead(302, { location: `/${(left - 1).toString()}` }).end();
      else response.end('arrived');
    });
    const http = openHttp();
    expect(await (await http.request({ url: `${server.origin}/5` })).text()).toBe('arrived');
    const error = await failureOf(http.request({ url: `${server.origin}/6` }));
    expect(error).toBeInstanceOf(ProtocolError);
    expect(error).toMatchObject({ message: `${server.origin} redirects more than 5 times.` });
  });

  it('with a body that never ends leaves no connection behind', async () => {
    const server = await startServer((response) => response.writeHead(302, { location: '/' }).write('x'));
    expect(await failureOf(openHttp().request({ url: server.origin }))).toBeInstanceOf(ProtocolError);
    expect(server.requests).toHaveLength(6);
    await server.closed();
  });

  it.each([undefined, 'http://', 'http://[::1'])('to %s is a broken protocol', async (location) => {
    const server = await redirecting(302, location);
    expect(await failureOf(openHttp().request({ url: `${server.origin}/from` }))).toBeInstanceOf(ProtocolError);
  });

  it.each([undefined, '', 'http://'])('to %j does not repeat a POST', async (location) => {
    const server = await redirecting(307, location);
    expect(await failureOf(openHttp().request({ url: `${server.origin}/from`, method: 'POST', json: {} }))).toMatchObject({ message: `${server.origin} redirects to nowhere.` });
    expect(server.requests).toHaveLength(1);
  });

  it.each([300, 304, 306])('is not what a status of %i means', async (status) => {
    const server = await redirecting(status, '/to');
    const response = await openHttp().request({ url: `${server.origin}/from` });
    expect(response.status).toBe(status);
    response.cancel();
  });
});

describe('a redirect to another origin', () => {
  const bodies = [['GET', undefined], ['POST', { prompt: 'CANARY-prompt' }]] as const;
  const cases = STATUSES.flatMap((status) => bodies.map(([method, json]) => [status, method, json] as const));

  it.each(cases)('of status %i on a %s is refused, and the other server sees nothing', async (status, method, json) => {
    const foreign = await startServer();
    const server = await redirecting(status, `${foreign.origin}/to`);
    const error = await failureOf(openHttp().request(secretRequest(server.origin, { method, json })));
    expect(error).toBeInstanceOf(UnsafeUrlError);
    expect(error).toMatchObject({ billed: 'no' });
    expect(foreign.connections()).toBe(0);
  });

  it('with a body that never ends closes its connection', async () => {
    const server = await startServer((response) => response.writeHead(302, { location: 'http://evil.example/' }).write('x'));
    expect(await failureOf(openHttp().request({ url: server.origin }))).toBeInstanceOf(UnsafeUrlError);
    await server.closed();
  });

  it.each<[string, (server: LocalServer, foreign: LocalServer) => string]>([
    ['another port', (_server, foreign) => foreign.origin],
    ['another name of the same machine', (server) => `http://localhost:${server.port.toString()}/to`],
    ['another scheme', (server) => `https://127.0.0.1:${server.port.toString()}/to`],
    ['an address without a scheme', (_server, foreign) => `//127.0.0.1:${foreign.port.toString()}/to`],
    ['an address with backslashes', (_server, foreign) => `\\\\127.0.0.1:${foreign.port.toString()}/to`],
    ['the same origin with credentials', (server) => `http://user:pass@127.0.0.1:${server.port.toString()}/to`],
    ['a file', () => 'file:///etc/passwd'],
    ['data', () => 'data:text/plain,hello'],
  ])('is refused for %s', async (_what, location) => {
    const foreign = await startServer();
    const target = { value: '' };
    const server = await startServer((response, { path }) => response.writeHead(path === '/from' ? 307 : 200, { location: target.value }).end());
    target.value = location(server, foreign);
    const error = await failureOf(openHttp().request({ url: `${server.origin}/from`, method: 'POST', json: { prompt: 'x' } }));
    expect(error).toBeInstanceOf(UnsafeUrlError);
    expect([server.requests.length, foreign.connections()]).toEqual([1, 0]);
  });

  it('shows no secret of the query in its error', async () => {
    const server = await redirecting(302, 'http://evil.example/?key=CANARY-theirs');
    const error = await failureOf(openHttp().request(secretRequest(server.origin)));
    expect(error instanceof Error ? error.message + (error.stack ?? '') : '').not.toContain('CANARY');
  });
});

describe('a redirect in a browser', () => {
  it('is refused, since the browser hides its target', async () => {
    // The Fetch standard gives an answer of this type the status 0 and no headers.
    const hidden = Object.defineProperties(new Response(null), { type: { value: 'opaqueredirect' }, status: { value: 0 }, ok: { value: false } });
    const fetch = vi.spyOn(globalThis, 'fetch').mockResolvedValue(hidden);
    onTestFinished(() => { fetch.mockRestore(); });
    const error = await failureOf(createHttpOver(openNetwork()).request({ url: 'https://example.com/from', method: 'POST', json: {}, billable: true }));
    expect(error).toBeInstanceOf(UnsafeUrlError);
    expect(error).toMatchObject({ billed: 'no', message: expect.stringMatching(/^https:\/\/example\.com .* browser .* Give that URL instead\.$/u) as string });
    expect(fetch).toHaveBeenCalledOnce();
  });
});
