import { inspect } from 'node:util';
import { createServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { ProxyError } from '../errors/proxy-error.ts';
import { createBarrier } from '../testing/barrier.ts';
import { collectGarbage } from '../testing/collect-garbage.ts';
import { startHttpProxy, startSocksProxy, type LocalProxy, type ProxyOptions } from '../testing/local-proxy.ts';
import { closedPort, listen, startServer } from '../testing/local-server.ts';
import { failureOf, openHttp } from '../testing/open-http.ts';
import { CAN_TRUST_CERTIFICATES, trustedCertificate } from '../testing/self-signed-certificate.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { isProxyUrl } from './proxy-url.ts';
import { createHttp } from './create-http.ts';
import { openNetwork } from './runtime-network.ts';

/** Every kind of proxy, and how to start one. */
const KINDS: readonly (readonly [string, (options: ProxyOptions) => Promise<LocalProxy>])[] = [
  ['http', startHttpProxy],
  ['https', (options) => startHttpProxy({ ...options, tls: trustedCertificate() })],
  ['socks5', startSocksProxy],
];

describe.each(KINDS.filter(([scheme]) => scheme !== 'https' || CAN_TRUST_CERTIFICATES))('an %s proxy', (scheme, start) => {
  it('is really used: the target sees nobody else', async () => {
    const [proxy, server] = [await start({}), await startServer((response) => response.end('hello'))];
    const response = await openHttp().request({ url: `${server.origin}/a`, proxy: `${scheme}://127.0.0.1:${proxy.port.toString()}`, method: 'POST', json: { a: 1 } });
    expect(await response.text()).toBe('hello');
    expect(proxy.targets).toEqual([`127.0.0.1:${server.port.toString()}`]);
    expect(server.requests).toMatchObject([{ method: 'POST', path: '/a', body: '{"a":1}', headers: { 'content-type': 'application/json' } }]);
    expect(server.requests[0]?.headers).not.toHaveProperty('proxy-authorization');
  });

  it('gets its user and password, whatever signs are in them', async () => {
    const [proxy, server] = [await start({ required: 'us er:p@ss:w/rd%' }), await startServer((response) => response.end('hello'))];
    const url = `${scheme}://us%20er:p%40ss%3Aw%2Frd%25@127.0.0.1:${proxy.port.toString()}`;
    expect(await (await openHttp().request({ url: server.origin, proxy: url })).text()).toBe('hello');
    expect(proxy.credentials).toEqual(['us er:p@ss:w/rd%']);
    expect(JSON.stringify(server.requests)).not.toContain('p@ss');
  });

  it.each(['user:CANARY', ''])('that refuses the credentials %j ends in a ProxyError without them', async (shown) => {
    const [proxy, server] = [await start({ required: 'user:right' }), await startServer()];
    const url = `${scheme}://${shown === '' ? '' : `${shown}@`}127.0.0.1:${proxy.port.toString()}`;
    const error = await failureOf(openHttp().request({ url: server.origin, proxy: url, method: 'POST', json: {}, billable: true }));
    expect(error).toBeInstanceOf(ProxyError);
    expect(error).toMatchObject({ code: 'proxy', billed: 'no', message: expect.stringMatching(/^The proxy could not be used on the way to 127\.0\.0\.1:/u) as string });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toMatch(new RegExp(`CANARY|${Buffer.from('user:CANARY').toString('base64')}`, 'u'));
    expect(server.connections()).toBe(0);
  });

  it('that is not there ends in a ProxyError', async () => {
    const server = await startServer();
    const error = await failureOf(openHttp().request({ url: server.origin, proxy: `${scheme}://user:CANARY@127.0.0.1:${(await closedPort()).toString()}` }));
    expect(error).toBeInstanceOf(ProxyError);
    expect(error).toMatchObject({ message: expect.stringContaining('nothing listens there') as string });
    expect(inspect(error, { depth: 20 })).not.toContain('CANARY');
    expect(server.connections()).toBe(0);
  });

  it('that cannot reach the target ends in a ProxyError', async () => {
    const proxy = await start({});
    const target = `http://127.0.0.1:${(await closedPort()).toString()}`;
    expect(await failureOf(openHttp().request({ url: target, proxy: `${scheme}://127.0.0.1:${proxy.port.toString()}` }))).toBeInstanceOf(ProxyError);
  });

  it('lets an abort through to the connection', async () => {
    const proxy = await start({});
    const server = await startServer((response) => response.write('beginning'));
    const controller = new AbortController();
    const response = await openHttp().request({ url: server.origin, proxy: `${scheme}://127.0.0.1:${proxy.port.toString()}`, signal: controller.signal });
    const chunks = response.chunks();
    await chunks.next();
    const failure = failureOf(chunks.next());
    controller.abort('enough');
    expect(await failure).toMatchObject({ code: 'aborted', cause: 'enough' });
    await server.closed();
  });

  it('closes the connection of an answer that is left, also after a garbage collection', async () => {
    const proxy = await start({});
    const server = await startServer((response) => response.write('beginning'));
    const response = await openHttp().request({ url: server.origin, proxy: `${scheme}://127.0.0.1:${proxy.port.toString()}` });
    await collectGarbage();
    response.cancel();
    await server.closed();
  });

  it('carries an event stream piece by piece', async () => {
    const proxy = await start({});
    const { origin } = await startServer((response) => {
      response.write('data: 1\n\n');
      setImmediate(() => response.end('data: 2\n\n'));
    });
    const seen: string[] = [];
    for await (const { data } of (await openHttp().request({ url: origin, proxy: `${scheme}://127.0.0.1:${proxy.port.toString()}` })).events()) seen.push(data);
    expect(seen).toEqual(['1', '2']);
  });

  it('lets go of its connections when the transport is closed', async () => {
    const [proxy, server] = [await start({}), await startServer((response) => response.end('hello'))];
    const http = openHttp();
    await (await http.request({ url: server.origin, proxy: `${scheme}://127.0.0.1:${proxy.port.toString()}` })).text();
    await http.close();
    await proxy.closed();
  });
});

describe('a request through a proxy', () => {
  it.runIf(CAN_TRUST_CERTIFICATES)('to https is encrypted from end to end', async () => {
    const certificate = trustedCertificate();
    const target = createServer(certificate, (_request, response) => response.end('secret hello'));
    const { port } = await listen(target);
    const proxy = await startHttpProxy();
    const response = await openHttp().request({ url: `https://127.0.0.1:${port.toString()}/`, proxy: `http://127.0.0.1:${proxy.port.toString()}` });
    expect(await response.text()).toBe('secret hello');
    expect(proxy.targets).toEqual([`127.0.0.1:${port.toString()}`]);
  });

  it('does not change requests without one', async () => {
    const [proxy, server] = [await startHttpProxy(), await startServer((response) => response.end('hello'))];
    const http = openHttp();
    await (await http.request({ url: server.origin, proxy: `http://127.0.0.1:${proxy.port.toString()}` })).text();
    await (await http.request({ url: server.origin })).text();
    expect(proxy.targets).toHaveLength(1);
    expect(server.requests).toHaveLength(2);
  });

  it('to a private place that a server named does not reach the proxy', async () => {
    const proxy = await startHttpProxy();
    for (const url of ['http://127.0.0.1/', 'http://localhost/', 'http://[::ffff:10.0.0.1]/', 'http://metadata.google.internal/']) {
      expect(await failureOf(openHttp().request({ url, zone: 'public', proxy: `http://127.0.0.1:${proxy.port.toString()}` }))).toMatchObject({ code: 'unsafe_url' });
    }
    expect(proxy.targets).toEqual([]);
  });

  it('is possible through two proxies side by side', async () => {
    const [one, other, server] = [await startHttpProxy(), await startSocksProxy(), await startServer((response) => response.end('hello'))];
    const http = openHttp();
    await Promise.all([`http://127.0.0.1:${one.port.toString()}`, `socks5://127.0.0.1:${other.port.toString()}`].map(async (proxy) => (await http.request({ url: server.origin, proxy })).text()));
    expect([one.targets.length, other.targets.length]).toEqual([1, 1]);
  });

  // undici gives SOCKS servers that are silent up by itself, after 5 s.
  it('that never answers does not keep the transport from closing', async () => {
    const asked = createBarrier();
    const { port, closed } = await listen(createTcpServer((socket) => socket.once('data', () => { asked.open(); })));
    const clock = new ManualClock();
    const http = createHttp({ clock });
    const failure = failureOf(http.request({ url: 'http://127.0.0.1:9/', proxy: `http://127.0.0.1:${port.toString()}` }));
    await asked.reached;
    clock.advance(10_000);
    expect(await failure).toMatchObject({ code: 'timeout', phase: 'connect', billed: 'no' });
    const closing = http.close();
    await clock.reachedPending(1);
    clock.advance(4000);
    await closing;
    await closed();
    expect(clock.pending).toBe(0);
  });

  it.each(['user:CANARY@proxy.example', 'http://user:CANARY@', 'ftp://user:CANARY@proxy.example', 'http://user:CANARY%@proxy.example'])('that is none (%s) is a clear error which does not repeat it', async (proxy) => {
    const error = await failureOf(openHttp().request({ url: 'http://127.0.0.1:9/', proxy }));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('CANARY');
  });

  it('is a clear error in a runtime that has no proxies', () => {
    const open = (): unknown => openNetwork().wayThrough('http://user:CANARY@127.0.0.1:1', false);
    expect(open).toThrow(ConfigurationError);
    expect(open).toThrow(/^(?!.*CANARY)proxy is possible in Node only/u);
  });
});

describe('isProxyUrl', () => {
  it.each(['http://proxy.example:3128', 'https://proxy.example', 'socks5://user:p%40ss@127.0.0.1:1080', 'socks://[::1]:1080'])('takes %s', (url) => {
    expect(isProxyUrl(url)).toBe(true);
  });

  it.each(['', 'proxy.example:3128', 'ftp://proxy.example', 'http://', 'http://user:100%sure@proxy.example', 'file:///etc/passwd', 'socks5://'])('refuses %j', (url) => {
    expect(isProxyUrl(url)).toBe(false);
  });
});
