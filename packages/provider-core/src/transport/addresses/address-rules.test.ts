import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UnsafeUrlError } from '../../errors/unsafe-url-error.ts';
import { PUBLIC_ADDRESSES, REFUSED_HOSTS } from '../../testing/address-vectors.ts';
import { startServer } from '../../testing/local-server.ts';
import { failureOf } from '../../testing/open-http.ts';
import { createHttpOver } from '../create-http.ts';
import type { Http } from '../http.ts';
import { isPublicAddress } from './public-address.node.ts';
import { PUBLIC_PORTS, assertPublicUrl } from './public-url.ts';
import { responseHeaders } from '../undici/response-headers.node.ts';
import * as browser from '../runtime-network.ts';
import { openNetwork } from '../runtime-network.node.ts';
import type { Answer, RuntimeNetwork } from '../runtime-network.ts';

const RULES = { isPublicAddress, ports: PUBLIC_PORTS };
const REFUSED_ADDRESSES = [...new Set(REFUSED_HOSTS.map((host) => new URL(`http://${host}/`).hostname.replace(/\.$|[[\]]/gu, '')).filter((host) => isIP(host) !== 0))];
const NO_DNS: LookupFunction = (hostname) => {
  throw new Error(`${hostname} was looked up.`);
};

/** A lookup that gives one list of addresses after the other, the last one for ever. */
function answering(...lists: readonly (readonly string[])[]): LookupFunction & { readonly asked: () => number } {
  let asked = 0;
  const lookup: LookupFunction = (_hostname, _options, callback) => {
    const addresses: readonly string[] = lists[Math.min(asked, lists.length - 1)] ?? [];
    asked += 1;
    callback(null, addresses.map((address): LookupAddress => ({ address, family: isIP(address) })));
  };
  return Object.assign(lookup, { asked: () => asked });
}

/** A transport over a network, closed when the test is over. */
function over(network: RuntimeNetwork): Http {
  const http = createHttpOver(network);
  onTestFinished(() => http.close());
  return http;
}

/** A network whose first answer is a redirect; everything after goes by the real one. */
function redirectingOnce(location: string, network: RuntimeNetwork): RuntimeNetwork {
  let isFirst = true;
  return {
    wayThrough: async (proxy, mayBeBilled) => {
      const send = await network.wayThrough(proxy, mayBeBilled);
      return (url, request) => {
        if (!isFirst) return send(url, request);
        isFirst = false;
        const answer: Answer = { status: 302, headers: responseHeaders({ location }), body: undefined };
        return Promise.resolve(answer);
      };
    },
    close: () => network.close(),
  };
}

describe('a URL that a server named is never fetched', () => {
  it.each(REFUSED_HOSTS)('from %s, neither at once nor by a redirect', async (host) => {
    const sentinel = await startServer();
    const rules = { isPublicAddress, ports: [sentinel.port.toString()] };
    const url = `http://${host}:${sentinel.port.toString()}/image.png`;
    const network = openNetwork({ lookup: NO_DNS, rules });
    for (const http of [over(network), over(redirectingOnce(url, network))]) {
      for (const billable of [false, true]) {
        expect(await failureOf(http.request({ url, zone: 'public', billable }))).toBeInstanceOf(UnsafeUrlError);
      }
    }
    expect(sentinel.connections()).toBe(0);
  });

  it.each(REFUSED_ADDRESSES)('when its name leads to %s, alone or among others', async (address) => {
    const sentinel = await startServer();
    const rules = { isPublicAddress, ports: [sentinel.port.toString()] };
    for (const addresses of [[address], ['8.8.8.8', address], [address, '2606:4700::1111']]) {
      const http = over(openNetwork({ lookup: answering(addresses), rules }));
      const error = await failureOf(http.request({ url: `http://cdn.example:${sentinel.port.toString()}/`, zone: 'public' }));
      expect(error).toBeInstanceOf(UnsafeUrlError);
      expect(error).toMatchObject({ billed: 'no', message: 'A server names cdn.example, which leads to an address that is not of the public internet.' });
    }
    expect(sentinel.connections()).toBe(0);
  });

  it.each(REFUSED_ADDRESSES)('when the second answer for its name is %s: the connection goes to the first one', async (address) => {
    const server = await startServer((response) => response.setHeader('connection', 'close').end('first'));
    // Only here, and only the address of the server counts as a public one.
    const rules = { isPublicAddress: (one: string) => one === '127.0.0.1' && lookup.asked() === 1, ports: [server.port.toString()] };
    const lookup = answering(['127.0.0.1'], [address]);
    const http = over(openNetwork({ lookup, rules }));
    const request = { url: `http://cdn.example:${server.port.toString()}/`, zone: 'public' } as const;
    expect(await (await http.request(request)).text()).toBe('first');
    expect(lookup.asked()).toBe(1);
    expect(await failureOf(http.request(request))).toBeInstanceOf(UnsafeUrlError);
    expect(server.connections()).toBe(1);
  });

  it.each([
    'http://user@cdn.example/', 'http://user:secret@cdn.example/', 'http://:secret@cdn.example/', 'http://cdn.example:22/', 'https://cdn.example:8443/',
    'http://cdn.example:8080/', 'ftp://cdn.example/', 'file:///etc/passwd', 'gopher://cdn.example/', 'javascript:alert(1)', 'blob:https://cdn.example/1', 'data:,x',
  ])('as %s', (url) => {
    expect(() => { assertPublicUrl(new URL(url), RULES); }).toThrow(UnsafeUrlError);
    expect(() => { assertPublicUrl(new URL(url), RULES); }).not.toThrow(/secret/u);
  });

  it('when its name has no address', async () => {
    const http = over(openNetwork({ lookup: answering([]) }));
    expect(await failureOf(http.request({ url: 'http://cdn.example/', zone: 'public' }))).toMatchObject({ code: 'network', billed: 'no', retryable: false });
  });

  it('from an address in a browser, where no name can be looked up', async () => {
    const http = over(browser.openNetwork());
    for (const url of ['http://8.8.8.8/', 'http://[2606:4700::1111]/', 'http://localhost/', 'https://cdn.example:8443/']) {
      expect(await failureOf(http.request({ url, zone: 'public' }))).toBeInstanceOf(UnsafeUrlError);
    }
  });
});

describe('a URL that a server named may be fetched', () => {
  it.each(PUBLIC_ADDRESSES)('from %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
    expect(() => { assertPublicUrl(new URL(`https://${isIP(address) === 6 ? `[${address}]` : address}/`), RULES); }).not.toThrow();
  });

  it.each(['https://cdn.example/a.png', 'http://cdn.example:80/', 'https://cdn.example:443/', 'http://cdn.example:443/', 'https://CDN.Example./', 'https://local.example/', 'https://xn--bcher-kva.example/', 'https://10.0.0.1.example/', 'https://10.example/'])('as %s', (url) => {
    expect(() => { assertPublicUrl(new URL(url), RULES); }).not.toThrow();
  });
});

describe('a URL that the application gave', () => {
  it('is asked for wherever it leads', async () => {
    const server = await startServer((response) => response.end('mine'));
    const http = over(openNetwork({ lookup: answering(['127.0.0.1']) }));
    expect(await (await http.request({ url: `http://my-own-space.local:${server.port.toString()}/` })).text()).toBe('mine');
  });

  it('never shares a connection with one that a server named', async () => {
    const server = await startServer((response) => response.end('mine'));
    const http = over(openNetwork({ lookup: answering(['127.0.0.1']), rules: { isPublicAddress, ports: [server.port.toString()] } }));
    const url = `http://rebound.example:${server.port.toString()}/`;
    expect(await (await http.request({ url })).text()).toBe('mine');
    expect(await failureOf(http.request({ url, zone: 'public' }))).toBeInstanceOf(UnsafeUrlError);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a redirect of a URL that a server named', () => {
  const port = async (): Promise<{ readonly port: string; readonly requests: readonly unknown[] }> => {
    const server = await startServer((response) => response.end('arrived'));
    return { port: server.port.toString(), requests: server.requests };
  };
  const rules = (one: string): { readonly isPublicAddress: () => boolean; readonly ports: readonly string[] } => ({ isPublicAddress: () => true, ports: ['', one] });

  it('is followed to another origin, for a GET', async () => {
    const server = await port();
    const http = over(redirectingOnce(`http://other.example:${server.port}/b.png`, openNetwork({ lookup: answering(['127.0.0.1']), rules: rules(server.port) })));
    const headers = { 'Accept': 'image/png', 'accept-language': 'de', 'x-accept': 'CANARY', 'acceptance': 'CANARY', 'x-key': 'CANARY' };
    const response = await http.request({ url: 'http://cdn.example/a.png', zone: 'public', headers });
    expect(await response.text()).toBe('arrived');
    expect(response.url).toBe(`http://other.example:${server.port}/b.png`);
    // Of its headers goes along what it would take, and nothing else.
    expect(server.requests).toMatchObject([{ headers: { 'accept': 'image/png', 'accept-language': 'de' } }]);
    expect(JSON.stringify(server.requests)).not.toContain('CANARY');
  });

  it.each([
    ['of a POST', { method: 'POST', json: { prompt: 'CANARY' } }, 'http://cdn.example/'],
    ['from https to http', {}, 'https://cdn.example/'],
  ] as const)('is not followed to another origin, %s', async (_what, request, url) => {
    const server = await port();
    const http = over(redirectingOnce(`http://other.example:${server.port}/`, openNetwork({ lookup: answering(['127.0.0.1']), rules: rules(server.port) })));
    const error = await failureOf(http.request({ url, zone: 'public', ...request }));
    expect(error).toBeInstanceOf(UnsafeUrlError);
    expect(server.requests).toEqual([]);
  });
});
