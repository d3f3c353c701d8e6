import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBarrier } from '../testing/barrier.ts';
import { startHttpProxy } from '../testing/local-proxy.ts';
import { listen, startServer } from '../testing/local-server.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { failureOf, openHttp } from '../testing/open-http.ts';
import { receivedForm } from '../testing/received-form.ts';
import { createHttpOver } from './create-http.ts';
import { Credential } from './credential.ts';
import { openNetwork } from './runtime-network.ts';

/** A form with a text and a file. */
function formOf(bytes: Uint8Array<ArrayBuffer>, prompt = 'Кот\r\n--x'): FormData {
  const form = new FormData();
  form.append('prompt', prompt);
  form.append('image', new Blob([bytes], { type: 'image/png' }), 'a "cat".png');
  return form;
}

const BYTES = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);
const SENT = [['prompt', 'Кот\r\n--x'], ['image', BYTES, 'a "cat".png', 'image/png']];

describe('a form', () => {
  it('arrives with every byte of its files, and says how long it is', async () => {
    const { origin, requests } = await startServer();
    await (await openHttp().request({ url: origin, method: 'POST', form: formOf(BYTES), billable: true })).text();
    const [request] = requests;
    expect(request && await receivedForm(request)).toEqual(SENT);
    expect(request?.headers).toMatchObject({ 'content-length': String(request?.bytes.length) });
    expect(request?.headers).not.toHaveProperty('transfer-encoding');
  });

  it('is written as RFC 7578 wants it', async () => {
    const { origin, requests } = await startServer();
    const form = new FormData();
    form.append('seed', '7');
    await (await openHttp().request({ url: origin, method: 'POST', form })).text();
    const [, boundary = 'none'] = /^multipart\/form-data; boundary=(\S+)$/u.exec(requests[0]?.headers['content-type'] ?? '') ?? [];
    expect(requests[0]?.body).toMatch(new RegExp(`^--${boundary}\r\nContent-Disposition: form-data; name="seed"\r\n\r\n7\r\n--${boundary}--\r\n$`, 'u'));
  });

  it('keeps what stands in names and values from becoming a field or header of its own', async () => {
    const { origin, requests } = await startServer();
    const http = openHttp();
    const text = fc.string({ unit: fc.constantFrom('"', '\r\n', '\r', '\n', '--', ';', '=', 'é', '\u2028', 'a', 'Content-Disposition: form-data; name="x"'), minLength: 1, maxLength: 6 });
    await fc.assert(fc.asyncProperty(text, text, text, async (name, value, fileName) => {
      const form = new FormData();
      form.append('first', value);
      form.append(name, new Blob([value]), fileName);
      await (await http.request({ url: origin, method: 'POST', form })).text();
      const request = requests.at(-1);
      const fields = request === undefined ? [] : await receivedForm(request);
      // The standard writes every line break of a form as CRLF; the bytes of a file stay what they are.
      expect(fields).toEqual([['first', value.replace(/\r\n?|\n/gu, '\r\n')], [name.replace(/\r\n?|\n/gu, '\r\n'), new TextEncoder().encode(value), fileName, 'application/octet-stream']]);
    }), { numRuns: 60 });
  });

  it('brings its own content type, whatever else was said', async () => {
    const { origin, requests } = await startServer();
    await (await openHttp().request({ url: origin, method: 'POST', form: formOf(BYTES), headers: { 'Content-Type': 'text/plain', accept: 'image/*' } })).text();
    expect(requests[0]?.headers).toMatchObject({ 'content-type': expect.stringMatching(/^multipart\/form-data; boundary=/u) as string, accept: 'image/*' });
  });

  it.each([307, 308])('is sent again whole after a redirect of status %i, with the credential', async (status) => {
    const { origin, requests } = await startServer((response, { path }) => response.writeHead(path === '/from' ? status : 200, { location: '/to' }).end());
    const credential = new Credential({ origin, header: 'x-key', value: 'CANARY-key' });
    await (await openHttp().request({ url: `${origin}/from`, method: 'POST', form: formOf(BYTES), credential, billable: true })).text();
    expect(requests.map(({ path, headers }) => [path, headers['x-key']])).toEqual([['/from', 'CANARY-key'], ['/to', 'CANARY-key']]);
    for (const request of requests) expect(await receivedForm(request)).toEqual(SENT);
  });

  it('does not follow a redirect to another origin', async () => {
    const foreign = await startServer();
    const { origin } = await startServer((response) => response.writeHead(307, { location: foreign.origin }).end());
    expect(await failureOf(openHttp().request({ url: origin, method: 'POST', form: formOf(BYTES), zone: 'public' }))).toMatchObject({ code: 'unsafe_url' });
    expect(await failureOf(openHttp().request({ url: origin, method: 'POST', form: formOf(BYTES) }))).toMatchObject({ code: 'unsafe_url' });
    expect(foreign.connections()).toBe(0);
  });

  it('is sent again whole when a kept connection turns out to be closed', async () => {
    const received: Buffer[][] = [];
    const whole = createBarrier();
    const server = createServer((socket) => {
      const pieces: Buffer[] = [];
      received.push(pieces);
      let answered = 0;
      socket.on('data', (piece) => {
        pieces.push(piece);
        const isWhole = /\r\n--[^\r\n]+--(?:\r\n)?$/u.test(Buffer.concat(pieces).toString('latin1')) || answered === 0;
        if (received.length === 1 && answered === 1) socket.destroy();
        else if (isWhole) {
          answered += 1;
          if (received.length === 2) whole.open();
          socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine');
        }
      });
    });
    const { port } = await listen(server);
    const http = openHttp();
    const url = `http://127.0.0.1:${port.toString()}`;
    await (await http.request({ url })).text();
    const answer = http.request({ url, method: 'POST', form: formOf(BYTES), billable: true });
    await whole.reached;
    expect(await (await answer).text()).toBe('fine');
    expect(received).toHaveLength(2);
    expect(Buffer.concat(received[1] ?? []).includes(Buffer.from(BYTES))).toBe(true);
  });

  it('goes through a proxy', async () => {
    const [proxy, { origin, port, requests }] = [await startHttpProxy(), await startServer()];
    const http = openHttp();
    await (await http.request({ url: origin, method: 'POST', form: formOf(BYTES), proxy: `http://127.0.0.1:${proxy.port.toString()}` })).text();
    expect(proxy.targets).toEqual([`127.0.0.1:${port.toString()}`]);
    expect(requests[0] && await receivedForm(requests[0])).toEqual(SENT);
  });

  it('of 48 MiB arrives', async () => {
    const { origin, requests } = await startServer();
    await (await openHttp().request({ url: origin, method: 'POST', form: formOf(new Uint8Array(48 * 1024 * 1024).fill(7)) })).text();
    expect(requests[0]?.bytes.length).toBeGreaterThan(48 * 1024 * 1024);
  });

  it('is sent by fetch in the same bytes where the runtime has nothing else', async () => {
    const { origin, requests } = await startServer();
    const http = createHttpOver(openNetwork());
    await (await http.request({ url: origin, method: 'POST', form: formOf(BYTES) })).text();
    expect(requests[0] && await receivedForm(requests[0])).toEqual(SENT);
  });
});

describe('a form on its way', () => {
  it('can be given up, which closes its connection', async () => {
    const controller = new AbortController();
    const [begun, givenUp] = [createBarrier(), createBarrier()];
    let received = 0;
    // Reads only the beginning: what else is sent fills the buffers of the system and waits.
    const server = createServer((socket) => {
      socket.on('data', ({ length }) => { received += length; });
      socket.once('data', () => {
        socket.pause();
        begun.open();
        void givenUp.reached.then(() => socket.resume());
      });
    });
    const { port, closed } = await listen(server);
    const url = `http://127.0.0.1:${port.toString()}`;
    const failure = failureOf(openHttp().request({ url, method: 'POST', form: formOf(new Uint8Array(32 * 1024 * 1024)), billable: true, signal: controller.signal }));
    await begun.reached;
    controller.abort('enough');
    expect(await failure).toMatchObject({ code: 'aborted' });
    givenUp.open();
    await closed();
    expect(received).toBeLessThan(32 * 1024 * 1024);
  });

  it('is not even begun when it was given up before', async () => {
    const { origin, connections } = await startServer();
    expect(await failureOf(openHttp().request({ url: origin, method: 'POST', form: formOf(BYTES), signal: AbortSignal.abort('enough') }))).toMatchObject({ code: 'aborted', billed: 'no' });
    expect(connections()).toBe(0);
  });

  it('has a second more for each 64 KiB before its answer has to begin', async () => {
    const [clock, asked] = [new ManualClock(), createBarrier()];
    const { origin } = await startServer(() => { asked.open(); });
    const failure = failureOf(openHttp(clock).request({ url: origin, method: 'POST', form: formOf(new Uint8Array(10 * 65_536)), billable: true }));
    await asked.reached;
    clock.advance(69_999);
    expect(clock.pending).toBe(1);
    clock.advance(1);
    expect(await failure).toMatchObject({ code: 'timeout', phase: 'headers', timeoutMs: 70_000, billed: 'maybe' });
  });
});

describe('a form that cannot be sent', () => {
  it.each([['json beside it', { method: 'POST', json: {} }], ['a GET', {}]] as const)('for %s is a mistake of the plugin, and nothing is sent', async (_what, over) => {
    const { origin, connections } = await startServer();
    expect(await failureOf(openHttp().request({ url: origin, form: formOf(BYTES), ...over }))).toMatchObject({ code: 'invalid_configuration', billed: 'no' });
    expect(connections()).toBe(0);
  });

  it('because a file of it is gone is no failure of the network', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hypotez-form-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, 'a.png');
    await writeFile(path, 'CANARY-content');
    const form = new FormData();
    form.append('image', await openAsBlob(path), 'a.png');
    await rm(path);
    const { origin, connections } = await startServer();
    const error = await failureOf(openHttp().request({ url: origin, method: 'POST', form }));
    expect(error).toMatchObject({ code: 'invalid_configuration', message: 'A file of the form cannot be read; nothing was sent.' });
    expect(connections()).toBe(0);
  });
});
