import type { LookupFunction } from 'node:net';
import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startHttpProxy, type LocalProxy } from '../testing/local-proxy.ts';
import { startServer, type LocalServer } from '../testing/local-server.ts';
import { createHttpOver } from './create-http.ts';
import { Credential } from './credential.ts';
import type { Http, HttpRequest } from './http.ts';
import { responseHeaders } from './undici/response-headers.node.ts';
import { openNetwork } from './runtime-network.node.ts';
import type { RuntimeNetwork, Zone } from './runtime-network.ts';

const KEY = 'CANARY7f3akey';
const PROMPT = 'CANARY7f3aprompt';
/** Every form in which a secret of these requests could arrive, that of a proxy's password among them. */
const SECRET = new RegExp(`CANARY7f3a|${Buffer.from(`user:${KEY}`).toString('base64').slice(0, 20)}`, 'iu');

const STATUSES = [301, 302, 303, 307, 308] as const;
const METHODS = ['GET', 'POST'] as const;

/** What the requests start from. */
interface Start {
  readonly origin: string;
  readonly proxy: LocalProxy;
}

/** Where a request may carry a secret; `undefined` for a method that has no such place. */
const CARRIERS: Readonly<Record<string, (start: Start, method: 'GET' | 'POST') => Partial<HttpRequest> | undefined>> = {
  'authorization': ({ origin }) => ({ credential: new Credential({ origin, header: 'authorization', value: `Bearer ${KEY}` }) }),
  'x-api-key': ({ origin }) => ({ credential: new Credential({ origin, header: 'x-api-key', value: KEY }) }),
  'api-key': ({ origin }) => ({ credential: new Credential({ origin, header: 'api-key', value: KEY }) }),
  'cookie': ({ origin }) => ({ credential: new Credential({ origin, header: 'cookie', value: `session=${KEY}` }) }),
  'a header that is wrongly taken for no secret': () => ({ headers: { 'x-session': KEY, 'authorization': `Bearer ${KEY}` } }),
  'the query': ({ origin }) => ({ url: `${origin}/from?api_key=${KEY}` }),
  'proxy-authorization': ({ proxy }) => ({ proxy: `http://user:${KEY}@127.0.0.1:${proxy.port.toString()}` }),
  'a token in the body': (_start, method) => (method === 'POST' ? { json: { token: KEY } } : undefined),
  'a prompt in the body': (_start, method) => (method === 'POST' ? { json: { prompt: PROMPT } } : undefined),
};

/** Where a redirect leads, by the ports of the two servers. */
const TARGETS: Readonly<Record<string, (own: string, foreign: string) => string>> = {
  'another port': (_own, foreign) => `http://own.example:${foreign}/to`,
  'another host': (_own, foreign) => `http://foreign.example:${foreign}/to`,
  'a host whose name begins alike': (_own, foreign) => `http://own.example.foreign.example:${foreign}/to`,
  'another host and back again': (_own, foreign) => `http://foreign.example:${foreign}/back`,
  'itself and then another host': (_own, foreign) => `/second?${new URLSearchParams({ to: `http://foreign.example:${foreign}/to` }).toString()}`,
  'another host behind its own name as a user': (own, foreign) => `http://own.example:${own}@foreign.example:${foreign}/to`,
  'another host without a scheme': (_own, foreign) => `//foreign.example:${foreign}/to`,
  'another host behind backslashes': (_own, foreign) => `\\\\foreign.example:${foreign}\\to`,
  'another host behind one slash and a backslash': (_own, foreign) => `/\\foreign.example:${foreign}/to`,
  'another host, with tabs': (_own, foreign) => `ht\ttp:/\t/foreign.ex\tample:${foreign}/to`,
  'another host in capitals': (_own, foreign) => `HTTP://FOREIGN.EXAMPLE:${foreign}/to`,
};

/** All names are those of this machine. */
const lookup: LookupFunction = (_hostname, _options, callback) => {
  callback(null, [{ address: '127.0.0.1', family: 4 }]);
};

/** Two servers under names, one that redirects, and one that must learn nothing. */
async function servers(): Promise<{ readonly own: LocalServer; readonly foreign: LocalServer; readonly answer: { status: number; location: string } }> {
  const answer = { status: 302, location: '/' };
  const own = await startServer((response, { path }) => {
    if (path.startsWith('/from')) response.writeHead(answer.status, answer).end('moved');
    else if (path.startsWith('/second')) response.writeHead(answer.status, { location: new URL(path, 'http://own.example').searchParams.get('to') ?? '' }).end('moved');
    else response.end('arrived');
  });
  const foreign = await startServer((response, { path }) => {
    if (path.startsWith('/back')) response.writeHead(answer.status, { location: `http://own.example:${own.port.toString()}/to` }).end();
    else response.end('arrived');
  });
  return { own, foreign, answer };
}

/** A transport that finds the names, and takes the ports for public ones. */
function open(ports: readonly number[], change: (network: RuntimeNetwork) => RuntimeNetwork = (network) => network): Http {
  const http = createHttpOver(change(openNetwork({ lookup, rules: { isPublicAddress: () => true, ports: ['', ...ports.map(String)] } })));
  onTestFinished(() => http.close());
  return http;
}

/** Sends every request with a secret there is, and says how many and what the caller saw of them. */
async function sendAll(zone: Zone, http: Http, start: Start, answer: { status: number; location: string }, location: string): Promise<{ readonly count: number; readonly seen: string }> {
  const seen: string[] = [];
  for (const status of STATUSES) {
    Object.assign(answer, { status, location });
    for (const method of METHODS) {
      for (const carry of Object.values(CARRIERS)) {
        const secret = carry(start, method);
        if (secret === undefined) continue;
        const body = method === 'POST' ? { json: {} } : {};
        seen.push(await http.request({ url: `${start.origin}/from`, method, zone, ...body, ...secret }).then((response) => response.text(), (thrown: unknown) => inspect(thrown, { depth: 20, showHidden: true })));
      }
    }
  }
  return { count: seen.length, seen: seen.join('\n') };
}

/** 7 places that both methods have and 2 that only a POST has, by 5 statuses. */
const REQUESTS = 80;

describe.each(['configured', 'public'] as const)('a redirect of a URL that is %s', (zone) => {
  it.each(Object.entries(TARGETS))(`to %s shows the other server nothing of ${REQUESTS.toString()} secrets`, async (_what, target) => {
    const { own, foreign, answer } = await servers();
    const start = { origin: `http://own.example:${own.port.toString()}`, proxy: await startHttpProxy() };
    const { count, seen } = await sendAll(zone, open([own.port, foreign.port]), start, answer, target(own.port.toString(), foreign.port.toString()));
    expect(count).toBe(REQUESTS);
    expect(JSON.stringify(own.requests)).toMatch(SECRET);
    expect(JSON.stringify(foreign.requests)).not.toMatch(SECRET);
    expect(foreign.requests.filter(({ method, body }) => method !== 'GET' || body !== '')).toEqual([]);
    if (zone === 'configured') expect(foreign.requests).toEqual([]);
    // Otherwise nothing would show that what arrives there is without the secrets.
    else if (!answer.location.includes('@')) expect(foreign.requests.length).toBeGreaterThan(0);
    expect(seen).not.toMatch(SECRET);
  });

  it(`from https to http shows the other server nothing of ${REQUESTS.toString()} secrets`, async () => {
    const { own, foreign, answer } = await servers();
    const start = { origin: 'https://own.example', proxy: await startHttpProxy() };
    // The first answer is made here: it would take a certificate that everybody trusts.
    const http = open([own.port, foreign.port], (network) => ({
      ...network,
      wayThrough: async (...way) => {
        const send = await network.wayThrough(...way);
        return (url, request) => (url.origin === start.origin ? Promise.resolve({ status: answer.status, headers: responseHeaders({ location: answer.location }), body: undefined }) : send(url, request));
      },
    }));
    const { count, seen } = await sendAll(zone, http, start, answer, `http://own.example:${foreign.port.toString()}/to`);
    expect(count).toBe(REQUESTS);
    expect(foreign.connections()).toBe(0);
    expect(seen).not.toMatch(SECRET);
  });

  it(`to its own origin keeps ${REQUESTS.toString()} secrets there`, async () => {
    const { own, foreign, answer } = await servers();
    const start = { origin: `http://own.example:${own.port.toString()}`, proxy: await startHttpProxy() };
    const { count, seen } = await sendAll(zone, open([own.port]), start, answer, '/to');
    expect(count).toBe(REQUESTS);
    expect(foreign.connections()).toBe(0);
    const arrived = own.requests.filter(({ path }) => path === '/to');
    for (const name of ['authorization', 'x-api-key', 'api-key', 'cookie', 'x-session']) expect(arrived.some(({ headers }) => SECRET.test(JSON.stringify(headers[name] ?? '')))).toBe(true);
    expect(arrived.some(({ body }) => body.includes(KEY)) && arrived.some(({ body }) => body.includes(PROMPT))).toBe(true);
    expect(seen).not.toMatch(SECRET);
  });
});
