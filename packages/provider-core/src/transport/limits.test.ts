import { describe, expect, it, onTestFinished } from 'vitest';
import { TooLargeError } from '../errors/too-large-error.ts';
import { flood } from '../testing/flood.ts';
import { startServer, type LocalServer } from '../testing/local-server.ts';
import { failureOf, openHttp } from '../testing/open-http.ts';
import { createHttp } from './create-http.ts';
import type { Http } from './http.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { readErrorBody } from './read-error-body.ts';

const MEBIBYTE = 1024 * 1024;
const BLOCK = Buffer.alloc(MEBIBYTE, 'x');

/** A server whose answer begins and ends as told and has exactly so many bytes as its path says. */
function sized(beginning: string, end = '', status = 200): Promise<LocalServer> {
  return startServer(async (response, { path }) => {
    response.writeHead(status).write(beginning);
    await flood(response, BLOCK, Number(path.slice(1)) - beginning.length - end.length);
    response.end(end);
  });
}

function httpWith(limits: Partial<Limits>): Http {
  const http = createHttp({ limits });
  onTestFinished(() => http.close());
  return http;
}

/** Counts events and their characters. */
async function readAll(http: Http, url: string): Promise<{ readonly events: number; readonly characters: number }> {
  let [events, characters] = [0, 0];
  for await (const { data } of (await http.request({ url })).events()) {
    events += 1;
    characters += data.length;
  }
  return { events, characters };
}

/** What the error of a limit says, beside its class. */
function limitError(limit: keyof Limits, limitBytes: number = DEFAULT_LIMITS[limit]): object {
  return { code: 'too_large', limit, limitBytes, message: expect.stringContaining(`the limit of ${limitBytes.toString()} bytes (limits.${limit})`) as string };
}

describe('the limits that nobody set', () => {
  it('take JSON of exactly 64 MiB, and not a byte more', async () => {
    const server = await sized('"', '"');
    const ask = async (bytes: number): Promise<unknown> => (await openHttp().request({ url: `${server.origin}/${bytes.toString()}` })).json();
    expect(String(await ask(64 * MEBIBYTE)).length).toBe(64 * MEBIBYTE - 2);
    const error = await failureOf(ask(64 * MEBIBYTE + 1));
    expect(error).toBeInstanceOf(TooLargeError);
    expect(error).toMatchObject(limitError('jsonBytes'));
  });

  it('take an event of exactly 64 MiB, and not a character more', async () => {
    const server = await sized('data: ', '\n\n');
    // The two line feeds are no part of the event.
    expect(await readAll(openHttp(), `${server.origin}/${(64 * MEBIBYTE + 2).toString()}`)).toEqual({ events: 1, characters: 64 * MEBIBYTE - 6 });
    expect(await failureOf(readAll(openHttp(), `${server.origin}/${(64 * MEBIBYTE + 3 + 6).toString()}`))).toMatchObject(limitError('eventBytes'));
  });

  it('take a body of exactly 100 MiB as an image, and not a byte more', async () => {
    const server = await sized('');
    const ask = async (bytes: number): Promise<Uint8Array> => (await openHttp().request({ url: `${server.origin}/${bytes.toString()}` })).bytes();
    expect(await ask(100 * MEBIBYTE)).toHaveLength(100 * MEBIBYTE);
    expect(await failureOf(ask(100 * MEBIBYTE + 1))).toMatchObject(limitError('imageBytes'));
  });

  it('take a stream of exactly 512 MiB, and not a byte more', async () => {
    const { origin } = await startServer(async (response, { path }) => {
      // Comments of 1 MiB, of which the last one may be longer.
      await flood(response, Buffer.from(`:${'x'.repeat(MEBIBYTE - 2)}\n`), 511 * MEBIBYTE);
      response.end(`:${'x'.repeat(MEBIBYTE - 2 + Number(path.slice(1)))}\n`);
    });
    expect(await readAll(openHttp(), `${origin}/0`)).toMatchObject({ events: 0 });
    expect(await failureOf(readAll(openHttp(), `${origin}/1`))).toMatchObject(limitError('streamBytes'));
  });

  it("keep 64 KiB of an error's body, and cut off what is longer", async () => {
    const server = await sized('', '!', 500);
    const ask = async (bytes: number): Promise<string> => readErrorBody(await openHttp().request({ url: `${server.origin}/${bytes.toString()}` }));
    expect((await ask(64 * 1024)).at(-1)).toBe('!');
    const longer = await ask(64 * 1024 + 1);
    expect([longer.length, longer.at(-1)]).toEqual([64 * 1024, 'x']);
  });
});

describe('the limits of one transport', () => {
  const SMALL = 5000;

  it.each([['jsonBytes', 'text'], ['imageBytes', 'bytes']] as const)('may be set: %s', async (limit, method) => {
    const server = await sized('');
    const ask = async (bytes: number): Promise<unknown> => (await httpWith({ [limit]: SMALL }).request({ url: `${server.origin}/${bytes.toString()}` }))[method]();
    expect(await ask(SMALL)).toHaveLength(SMALL);
    expect(await failureOf(ask(SMALL + 1))).toMatchObject(limitError(limit, SMALL));
  });

  it('may be set: errorBodyBytes', async () => {
    const server = await sized('', '!', 500);
    expect(await readErrorBody(await httpWith({ errorBodyBytes: 10 }).request({ url: `${server.origin}/20` }))).toBe('xxxxxxxxxx');
  });

  it('may be set: streamBytes, which counts comments too', async () => {
    const limit = 4 * MEBIBYTE;
    for (const beginning of ['data: ', ': ']) {
      const server = await sized(beginning, '\n\n');
      const ask = (bytes: number): Promise<unknown> => readAll(httpWith({ streamBytes: limit }), `${server.origin}/${bytes.toString()}`);
      expect(await ask(limit)).toMatchObject({ events: beginning === 'data: ' ? 1 : 0 });
      expect(await failureOf(ask(limit + 1))).toMatchObject(limitError('streamBytes', limit));
      }
  });

  it('may be set: eventBytes, for each event by itself', async () => {
    const event = `data: ${'x'.repeat(SMALL - 6)}\n\n`;
    const { origin } = await startServer((response) => response.end(event.repeat(10)));
    expect(await readAll(httpWith({ eventBytes: SMALL }), origin)).toMatchObject({ events: 10 });
  });

  it('may be set: redirects', async () => {
    const server = await startServer((response, { path }) => {
      const left = Number(path.slice(1));
      if (left === 0) response.end('here');
      else response.writeHead(307, { location: `/${(left - 1).toString()}` }).end();
    });
    const ask = async (redirects: number): Promise<string> => (await httpWith({ redirects: 2 }).request({ url: `${server.origin}/${redirects.toString()}` })).text();
    expect(await ask(2)).toBe('here');
    expect(await failureOf(ask(3))).toMatchObject({ code: 'protocol', message: `${server.origin} redirects more than 2 times.` });
  });

  it('are not named by an error where the caller of one reading set another', async () => {
    const server = await sized('');
    const error = await failureOf((await openHttp().request({ url: `${server.origin}/20` })).text(10));
    expect(error).toMatchObject({ code: 'too_large', limitBytes: 10, message: expect.stringMatching(/the limit of 10 bytes\.$/u) as string });
    expect(error).not.toHaveProperty('limit');
  });
});
