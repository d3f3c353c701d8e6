import { getEventListeners } from 'node:events';
import { crc32 } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AbortedError } from '../errors/aborted-error.ts';
import { BadImageError } from '../errors/bad-image-error.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { ProviderError } from '../errors/provider-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { TooLargeError } from '../errors/too-large-error.ts';
import { UnsafeUrlError } from '../errors/unsafe-url-error.ts';
import { systemClock, type Clock } from '../services/clock.ts';
import { createBarrier, settle } from '../testing/barrier.ts';
import { IMAGE_FIXTURES, imageBytes } from '../testing/image-fixtures.ts';
import { startServer } from '../testing/local-server.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { openHttp } from '../testing/open-http.ts';
import { createHttp } from '../transport/create-http.ts';
import { Credential } from '../transport/credential.ts';
import type { Http } from '../transport/http.ts';
import type { Limits } from '../transport/limits.ts';
import { downloadImage } from './download-image.ts';
import { imageDownload } from './image-download.ts';

/** The clock of the runtime, but every wait is a hundredth of what it should be. */
const HURRIED: Clock = { ...systemClock, schedule: (callback, delayMs) => systemClock.schedule(callback, delayMs / 100) };

describe('downloadImage', () => {
  it('fetches an image and tells its kind by its bytes, not by the content type', async () => {
    const { origin } = await startServer((response) => response.writeHead(200, { 'content-type': 'text/plain' }).end(imageBytes('webp VP8')));
    await expect(downloadImage({ http: openHttp(), origins: [origin] }, `${origin}/file=a`)).resolves.toMatchObject({
      mediaType: 'image/webp', width: 7, height: 5, bytes: imageBytes('webp VP8'),
    });
  });

  it('takes an image of exactly 100 MiB', async () => {
    const small = Buffer.from(imageBytes('png'));
    // A chunk of the maker's own, before the last one, which has twelve bytes.
    const chunk = Buffer.alloc(100 * 1024 * 1024 - small.length);
    chunk.writeUInt32BE(chunk.length - 12);
    chunk.write('prVt', 4);
    chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
    const { origin } = await startServer((response) => response.end(Buffer.concat([small.subarray(0, -12), chunk, small.subarray(-12)])));
    const { bytes, width } = await downloadImage({ http: openHttp(), origins: [origin] }, `${origin}/a.png`);
    expect([bytes.length, width]).toEqual([100 * 1024 * 1024, 7]);
  });

  it('asks for images without compression', async () => {
    const { origin, requests } = await startServer((response) => response.end(imageBytes('png')));
    await downloadImage({ http: openHttp(), origins: [origin] }, `${origin}/a.png`);
    expect(requests[0]?.headers).toMatchObject({ accept: 'image/*', 'accept-encoding': 'identity, *;q=0' });
  });

  it('reads a data URL without any connection', async () => {
    const image = await downloadImage({ http: openHttp(), origins: [] }, `data:image/jpeg;base64,${IMAGE_FIXTURES.png}`);
    expect(image).toMatchObject({ mediaType: 'image/png', width: 7, height: 5 });
  });

  it('refuses every origin but the allowed ones, without a connection', async () => {
    const allowed = await startServer();
    const foreign = await startServer();
    const source = { http: openHttp(), origins: [allowed.origin] };
    const hostile = [
      `${foreign.origin}/a.png`, `http://localhost:${allowed.port.toString()}/a.png`, `https://127.0.0.1:${allowed.port.toString()}/a.png`,
      `http://user:pass@127.0.0.1:${allowed.port.toString()}/a.png`, `${allowed.origin}@evil.example/a.png`, `//127.0.0.1:${foreign.port.toString()}/a.png`,
      `blob:${allowed.origin}/5c7a`, 'file:///etc/passwd', 'javascript:alert(1)', '/relative.png', '', 'http://', 'no url at all',
    ];
    for (const url of hostile) {
      const error = await downloadImage(source, url).catch((thrown: unknown) => thrown);
      expect(error, url).toBeInstanceOf(UnsafeUrlError);
      expect(error, url).toMatchObject({ code: 'unsafe_url' });
    }
    expect([allowed.connections(), foreign.connections()]).toEqual([0, 0]);
  });

  it('sends the credential to its own origin and to no other allowed one', async () => {
    const own = await startServer((response) => response.end(imageBytes('png')));
    const other = await startServer((response) => response.end(imageBytes('png')));
    const credential = new Credential({ origin: own.origin, header: 'x-key', value: 'CANARY' });
    const source = { http: openHttp(), origins: [own.origin, other.origin], credential };
    await downloadImage(source, `${own.origin}/a.png`);
    await downloadImage(source, `${other.origin}/a.png`);
    expect(own.requests[0]?.headers['x-key']).toBe('CANARY');
    expect(JSON.stringify(other.requests)).not.toContain('CANARY');
  });

  it('does not follow a redirect to another origin', async () => {
    const foreign = await startServer((response) => response.end(imageBytes('png')));
    const { origin } = await startServer((response) => response.writeHead(302, { location: `${foreign.origin}/a.png` }).end());
    await expect(downloadImage({ http: openHttp(), origins: [origin] }, `${origin}/a.png`)).rejects.toBeInstanceOf(UnsafeUrlError);
    expect(foreign.connections()).toBe(0);
  });

  it('refuses an HTML page that comes with 200 as image/png', async () => {
    const { origin } = await startServer((response) => response.writeHead(200, { 'content-type': 'image/png' }).end('<html>rate limited</html>'));
    await expect(downloadImage({ http: openHttp(), origins: [origin], clock: HURRIED }, `${origin}/a.png`)).rejects.toThrow(`Instead of an image came an HTML page. It came from ${origin}.`);
  });

  it('refuses an image that ends early but cleanly', async () => {
    const { origin } = await startServer((response) => response.end(imageBytes('png').slice(0, 80)));
    await expect(downloadImage({ http: openHttp(), origins: [origin], clock: HURRIED }, `${origin}/a.png`)).rejects.toBeInstanceOf(BadImageError);
  });

  it('takes a status for what it is', async () => {
    const { origin } = await startServer((response) => response.writeHead(404).end(imageBytes('png')));
    await expect(downloadImage({ http: openHttp(), origins: [origin], clock: HURRIED }, `${origin}/a.png`)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('stops at 100 MiB and closes the connection', async () => {
    const block = Buffer.alloc(1024 * 1024);
    const { origin, closed } = await startServer((response) => {
      const write = (): void => {
        while (!response.destroyed && response.write(block));
        if (!response.destroyed) response.once('drain', write);
      };
      write();
    });
    const error = await downloadImage({ http: openHttp(), origins: [origin] }, `${origin}/a.png`).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TooLargeError);
    expect(error).toMatchObject({ limitBytes: 100 * 1024 * 1024 });
    await closed();
  });

  it('gives up after 120 seconds even while bytes still drip in', async () => {
    const clock = new ManualClock();
    const begun = createBarrier();
    const { origin, closed } = await startServer((response) => {
      response.write(imageBytes('png').slice(0, 20));
      begun.open();
    });
    const download = downloadImage({ http: openHttp(clock), origins: [origin], clock }, `${origin}/a.png`).catch((thrown: unknown) => thrown);
    await begun.reached;
    clock.advance(120_000);
    const error = await download;
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toBeInstanceOf(ProviderError);
    expect(clock.pending).toBe(0);
    await closed();
  });

  it('gives up an image that drips in too slowly, after thirty seconds already', async () => {
    const clock = new ManualClock();
    const { origin, closed } = await startServer((response) => response.write(imageBytes('png').slice(0, 20)));
    const download = downloadImage({ http: openHttp(clock), origins: [origin], clock }, `${origin}/a.png`).catch((thrown: unknown) => thrown);
    // That of the whole and that of the body.
    await clock.reachedPending(2);
    await settle();
    clock.advance(30_000);
    const error = await download;
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ phase: 'throughput', timeoutMs: 30_000 });
    expect(clock.pending).toBe(0);
    await closed();
  });

  it('keeps to the limits that its transport was made with, also for data URLs', async () => {
    const whole = imageBytes('png');
    const { origin } = await startServer((response) => response.end(whole));
    const open = (limits: Partial<Limits>): Http => {
      const http = createHttp({ limits });
      onTestFinished(() => http.close());
      return http;
    };
    for (const url of [`${origin}/a.png`, `data:image/png;base64,${IMAGE_FIXTURES.png}`]) {
      const load = (limits: Partial<Limits>): Promise<unknown> => downloadImage({ http: open(limits), origins: [origin], clock: HURRIED }, url);
      await expect(load({ imageBytes: whole.length, imageSide: 7 })).resolves.toMatchObject({ width: 7, height: 5 });
      await expect(load({ imageBytes: whole.length - 1 })).rejects.toMatchObject({ code: 'too_large', limit: 'imageBytes', limitBytes: whole.length - 1 });
      await expect(load({ imageSide: 6 })).rejects.toBeInstanceOf(BadImageError);
    }
  });

  it('ends with the caller\'s signal and lets go of it', async () => {
    const begun = createBarrier();
    const { origin, closed } = await startServer(() => { begun.open(); });
    const controller = new AbortController();
    const download = downloadImage({ http: openHttp(), origins: [origin] }, `${origin}/a.png`, { signal: controller.signal }).catch((thrown: unknown) => thrown);
    await begun.reached;
    controller.abort('enough');
    const error = await download;
    expect(error).toBeInstanceOf(AbortedError);
    expect(error).toMatchObject({ cause: 'enough' });
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    await closed();
  });

  it('leaves no listener and no timer behind a success', async () => {
    const clock = new ManualClock();
    const { origin } = await startServer((response) => response.end(imageBytes('png')));
    const controller = new AbortController();
    await downloadImage({ http: openHttp(clock), origins: [origin], clock }, `${origin}/a.png`, { signal: controller.signal });
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    expect(clock.pending).toBe(0);
  });
});

describe('imageDownload', () => {
  it('is the download of a response: the same rules, and the signal of the caller', async () => {
    const { origin, requests } = await startServer((response) => response.end(imageBytes('png')));
    const download = imageDownload({ http: openHttp(), origins: [origin] });
    expect(await download(`${origin}/a.png`, {})).toMatchObject({ mediaType: 'image/png', width: 7 });
    await expect(download('http://evil.example/a.png', {})).rejects.toBeInstanceOf(UnsafeUrlError);
    await expect(download(`${origin}/a.png`, { signal: AbortSignal.abort('before') })).rejects.toMatchObject({ code: 'aborted', cause: 'before' });
    expect(requests).toHaveLength(1);
  });
});
