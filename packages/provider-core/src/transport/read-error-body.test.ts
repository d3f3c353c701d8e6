import { describe, expect, it } from 'vitest';
import { startServer } from '../testing/local-server.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { failureOf, openHttp } from '../testing/open-http.ts';
import { scriptedBody } from '../testing/scripted-body.ts';
import { readErrorBody } from './read-error-body.ts';

describe('readErrorBody', () => {
  it.each([['ASCII', 'x'], ['characters of several bytes', '猫']])('keeps 64 KiB of a body without an end, in %s, and closes the connection', async (_what, unit) => {
    const server = await startServer((response) => {
      response.writeHead(500);
      const write = (): void => {
        while (!response.destroyed && response.write(unit.repeat(1000)));
        if (!response.destroyed) response.once('drain', write);
      };
      write();
    });
    const text = await readErrorBody(await openHttp().request({ url: server.origin }));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(64 * 1024 * 3);
    expect(text.length).toBeLessThanOrEqual(64 * 1024);
    expect(text.length).toBeGreaterThan(16 * 1024);
    await server.closed();
  });

  it('puts a character together that comes in two pieces', async () => {
    const { http, give } = scriptedBody(new ManualClock(), { status: 500 });
    const text = readErrorBody(await http.request({ url: 'http://127.0.0.1/' }));
    const bytes = new TextEncoder().encode('a 猫');
    for (const piece of [bytes.slice(0, 3), bytes.slice(3), undefined]) await give(piece);
    expect(await text).toBe('a 猫');
  });

  it('gives what came of a body that breaks off', async () => {
    const { origin } = await startServer((response) => {
      response.writeHead(500).write('{"error":"ha');
      setImmediate(() => response.socket?.resetAndDestroy());
    });
    expect(await readErrorBody(await openHttp().request({ url: origin }))).toBe('{"error":"ha');
  });

  it('gives what came of a body that falls silent', async () => {
    const clock = new ManualClock();
    const server = await startServer((response) => response.writeHead(500).write('beginning'));
    const response = await openHttp(clock).request({ url: server.origin });
    const pending = readErrorBody(response);
    await clock.reachedPending(1);
    for (let turn = 0; clock.pending > 0 && turn < 50; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      clock.advance(60_000);
    }
    expect(['beginning', '']).toContain(await pending);
    await server.closed();
  });

  it('lets an abort through: that is the caller\'s will', async () => {
    const server = await startServer((response) => response.writeHead(500).write('beginning'));
    const controller = new AbortController();
    const response = await openHttp().request({ url: server.origin, signal: controller.signal });
    const failure = failureOf(readErrorBody(response));
    controller.abort('enough');
    expect(await failure).toMatchObject({ code: 'aborted', cause: 'enough' });
    await server.closed();
  });
});
