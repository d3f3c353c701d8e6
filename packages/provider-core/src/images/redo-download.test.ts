import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { isIP } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UnsafeUrlError } from '../errors/unsafe-url-error.ts';
import { imageBytes } from '../testing/image-fixtures.ts';
import { startServer, type LocalServer } from '../testing/local-server.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { failureOf, openHttp } from '../testing/open-http.ts';
import { createHttpOver } from '../transport/create-http.ts';
import { Credential } from '../transport/credential.ts';
import type { Http } from '../transport/http.ts';
import { openNetwork } from '../transport/runtime-network.node.ts';
import { downloadImage } from './download-image.ts';

type Reaction = (response: ServerResponse) => unknown;

const fine: Reaction = (response) => response.end(imageBytes('png'));

/** What may be better a moment later. */
const PASSING: readonly (readonly [string, Reaction, string])[] = [
  ['is not there yet (404)', (response) => response.writeHead(404).end(), 'not_found'],
  ['is not there yet (410)', (response) => response.writeHead(410).end(), 'not_found'],
  ['breaks off', (response) => response.writeHead(200, { 'content-length': '1000' }).write(imageBytes('png').slice(0, 60), () => response.socket?.resetAndDestroy()), 'network'],
  ['ends before its length', (response) => response.writeHead(200, { 'content-length': '1000' }).write(imageBytes('png').slice(0, 60), () => response.socket?.end()), 'network'],
  ['is cut short, but whole by its length', (response) => response.end(imageBytes('png').slice(0, 60)), 'bad_image'],
  ['is a page', (response) => response.end('<!doctype html><title>wait</title>'), 'bad_image'],
];

/** A server that reacts to each request in turn, to all later ones as to the last. */
async function reacting(...reactions: readonly Reaction[]): Promise<LocalServer> {
  let asked = 0;
  return startServer((response) => {
    const react = reactions[Math.min(asked, reactions.length - 1)];
    asked += 1;
    return react?.(response);
  });
}

/** Waits until so many requests came in, and the download waits for the next one: no other timer is as short as half a second. */
async function reachedWait(clock: ManualClock, server: LocalServer, requests: number): Promise<void> {
  while (server.requests.length < requests || clock.nextIn() !== 500) await new Promise((resolve) => setImmediate(resolve));
}

describe.each(PASSING)('an image that %s', (_what, bad, code) => {
  it('is asked for again after half a second, and is had', async () => {
    const [clock, server] = [new ManualClock(), await reacting(bad, bad, fine)];
    const download = downloadImage({ http: openHttp(clock), origins: [server.origin], clock }, `${server.origin}/a.png`);
    for (const requests of [1, 2]) {
      await reachedWait(clock, server, requests);
      clock.advance(499);
      expect(server.requests).toHaveLength(requests);
      clock.advance(1);
    }
    expect(await download).toMatchObject({ mediaType: 'image/png' });
    expect(server.requests).toHaveLength(3);
    expect(clock.pending).toBe(0);
  });

  it('three times is given up with what it was the last time, and names where it lies', async () => {
    const [clock, server] = [new ManualClock(), await reacting(bad)];
    const failure = failureOf(downloadImage({ http: openHttp(clock), origins: [server.origin], clock }, `${server.origin}/a.png`));
    for (const requests of [1, 2]) {
      await reachedWait(clock, server, requests);
      clock.advance(499);
      expect(server.requests).toHaveLength(requests);
      clock.advance(1);
    }
    expect(await failure).toMatchObject({ code, message: expect.stringContaining(server.origin.replace('http://', '')) as string });
    expect(server.requests).toHaveLength(3);
    expect(clock.pending).toBe(0);
  });

  it('is not waited for by a caller who has had enough', async () => {
    const [clock, server, controller] = [new ManualClock(), await reacting(bad), new AbortController()];
    const failure = failureOf(downloadImage({ http: openHttp(clock), origins: [server.origin], clock }, `${server.origin}/a.png`, { signal: controller.signal }));
    await reachedWait(clock, server, 1);
    controller.abort('enough');
    expect(await failure).toMatchObject({ code: 'aborted', cause: 'enough' });
    expect(server.requests).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });
});

describe('an image', () => {
  it.each([401, 403, 500])('whose server answers with %i is asked for once', async (status) => {
    const server = await reacting((response) => response.writeHead(status).end());
    expect(await failureOf(downloadImage({ http: openHttp(), origins: [server.origin] }, `${server.origin}/a.png`))).toMatchObject({ status });
    expect(server.requests).toHaveLength(1);
  });

  it('that comes compressed is refused', async () => {
    const server = await reacting((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(imageBytes('png'))));
    expect(await failureOf(downloadImage({ http: openHttp(), origins: [server.origin] }, `${server.origin}/a.png`))).toMatchObject({ code: 'protocol' });
  });
});

describe('an image of another origin', () => {
  /** A transport for which 127.0.0.1 is public, at one port. */
  const publicAt = ({ port }: LocalServer): Http => {
    const rules = { isPublicAddress: (address: string) => address === '127.0.0.1', ports: [port.toString()] };
    const http = createHttpOver(openNetwork({ rules, lookup: (_name, _options, callback) => { callback(null, [{ address: '127.0.0.1', family: isIP('127.0.0.1') }]); } }));
    onTestFinished(() => http.close());
    return http;
  };
  const credential = new Credential({ origin: 'https://space.example', header: 'authorization', value: 'CANARY' });

  it('is fetched from a public place, where that is wanted, without the credential', async () => {
    const server = await reacting(fine);
    const url = `http://cdn.example:${server.port.toString()}/a.png`;
    const source = { http: publicAt(server), origins: ['https://space.example'], credential };
    expect(await failureOf(downloadImage(source, url))).toBeInstanceOf(UnsafeUrlError);
    expect(server.connections()).toBe(0);
    expect(await downloadImage({ ...source, publicImages: true }, url)).toMatchObject({ mediaType: 'image/png' });
    expect(JSON.stringify(server.requests)).not.toContain('CANARY');
  });

  it('is not fetched from a private place, not even by a redirect', async () => {
    const secret = await reacting(fine);
    const server = await reacting((response) => response.writeHead(302, { location: `${secret.origin}/a.png` }).end());
    const source = { http: publicAt(server), origins: [], publicImages: true };
    for (const url of [`http://cdn.example:${server.port.toString()}/a.png`, `${secret.origin}/a.png`, 'http://169.254.169.254/a.png']) {
      expect(await failureOf(downloadImage(source, url))).toBeInstanceOf(UnsafeUrlError);
    }
    expect(secret.connections()).toBe(0);
    expect(server.connections()).toBe(1);
  });
});
