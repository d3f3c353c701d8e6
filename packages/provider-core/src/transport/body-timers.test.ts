import { describe, expect, it } from 'vitest';
import { TimeoutError } from '../errors/timeout-error.ts';
import { settle } from '../testing/barrier.ts';
import { startServer } from '../testing/local-server.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { failureOf, openHttp } from '../testing/open-http.ts';
import { scriptedBody } from '../testing/scripted-body.ts';
import { readErrorBody } from './read-error-body.ts';
import type { ServerSentEvent } from './server-sent-event.ts';

const URL_ = 'http://server.example/';
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

/** Reads an event stream in the background. */
function reading(events: AsyncIterable<ServerSentEvent>): { readonly given: string[]; readonly end: Promise<unknown> } {
  const given: string[] = [];
  const end = (async () => {
    for await (const { data } of events) given.push(data);
    return 'the end';
  })().catch((thrown: unknown) => thrown);
  return { given, end };
}

describe('the timer of the first event', () => {
  it.each([[undefined, 120_000], [5000, 5000]])('of %s ms runs out although bytes come: comments and nothing are no event', async (firstEventTimeoutMs, waited) => {
    const clock = new ManualClock();
    const { http, give, seen } = scriptedBody(clock);
    const { given, end } = reading((await http.request({ url: URL_, billable: true })).events({ firstEventTimeoutMs }));
    for (const piece of [': keep-alive\n\n', '\n', 'data: not', ' yet\n']) {
      await give(text(piece));
      clock.advance(waited / 5);
    }
    await settle();
    expect(given).toEqual([]);
    clock.advance(waited / 5 - 1);
    expect(seen.cancelled).toBe(0);
    clock.advance(1);
    const error = await end;
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ phase: 'first-event', timeoutMs: waited, billed: 'maybe', message: `Gave up after ${waited / 1000} s: the stream brought no event.` });
    expect(seen.cancelled).toBe(1);
    expect(clock.pending).toBe(0);
  });

  it('is over with the first event: later ones have the time of silence each', async () => {
    const clock = new ManualClock();
    const { http, give } = scriptedBody(clock);
    const { given, end } = reading((await http.request({ url: URL_ })).events());
    clock.advance(59_999);
    await give(text(': still here\n\n'));
    clock.advance(59_999);
    await give(text('data: a\n\n'));
    for (let count = 0; count < 10; count += 1) {
      clock.advance(59_999);
      await give(text(': ping\n\n'));
    }
    expect(given).toEqual(['a']);
    clock.advance(60_000);
    expect(await end).toMatchObject({ phase: 'idle' });
  });

  it('runs out as silence where not even bytes come', async () => {
    const clock = new ManualClock();
    const { http } = scriptedBody(clock);
    const { end } = reading((await http.request({ url: URL_ })).events());
    await clock.reachedPending(1);
    clock.advance(60_000);
    expect(await end).toMatchObject({ phase: 'idle' });
  });

  it('does not begin before the first read', async () => {
    const clock = new ManualClock();
    const { http, give } = scriptedBody(clock);
    const events = (await http.request({ url: URL_ })).events();
    clock.advance(3_600_000);
    expect(clock.pending).toBe(0);
    const { given, end } = reading(events);
    clock.advance(59_999);
    await give(text('data: a\n\n'));
    await give(undefined);
    expect(await end).toBe('the end');
    expect(given).toEqual(['a']);
    expect(clock.pending).toBe(0);
  });
});

describe('the least speed of a body', () => {
  const PER_SECOND = 1024;
  const ENOUGH = 30 * PER_SECOND;

  it('is asked for every thirty seconds anew, and to the byte', async () => {
    const clock = new ManualClock();
    const { http, give, seen } = scriptedBody(clock);
    const response = await http.request({ url: URL_, minimumBytesPerSecond: PER_SECOND });
    const failure = failureOf(response.bytes());
    for (const bytes of [ENOUGH, 3 * ENOUGH, ENOUGH]) {
      await give(new Uint8Array(bytes));
      clock.advance(30_000);
    }
    expect(seen.cancelled).toBe(0);
    await give(new Uint8Array(ENOUGH - 1));
    clock.advance(29_999);
    expect(seen.cancelled).toBe(0);
    clock.advance(1);
    const error = await failure;
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ phase: 'throughput', timeoutMs: 30_000 });
    expect(seen.cancelled).toBe(1);
    expect(clock.pending).toBe(0);
  });

  it('runs out before the time of silence when nothing more comes', async () => {
    const clock = new ManualClock();
    const { http, give, seen } = scriptedBody(clock);
    const failure = failureOf((await http.request({ url: URL_, minimumBytesPerSecond: PER_SECOND, idleTimeoutMs: 90_000 })).bytes());
    clock.advance(1);
    await give(new Uint8Array(ENOUGH));
    clock.advance(59_998);
    expect(seen.cancelled).toBe(0);
    clock.advance(1);
    expect(await failure).toMatchObject({ phase: 'throughput' });
  });

  it('is not asked for where nobody named one', async () => {
    const clock = new ManualClock();
    const { http, give } = scriptedBody(clock);
    const bytes = (await http.request({ url: URL_ })).bytes();
    for (let count = 0; count < 10; count += 1) {
      await give(new Uint8Array(1));
      clock.advance(50_000);
    }
    await give(undefined);
    expect(await bytes).toHaveLength(10);
  });
});

describe('the time of a whole body', () => {
  it('runs out whatever drips in', async () => {
    const clock = new ManualClock();
    const { http, give, seen } = scriptedBody(clock);
    const response = await http.request({ url: URL_ });
    const failure = failureOf((async () => { for await (const chunk of response.chunks(1000, 5000)) expect(chunk).toHaveLength(1); })());
    await give(text('a'));
    clock.advance(4999);
    await give(text('b'));
    expect(seen.cancelled).toBe(0);
    clock.advance(1);
    expect(await failure).toMatchObject({ phase: 'total', timeoutMs: 5000 });
    expect(seen.cancelled).toBe(1);
  });
});

describe("the timer of an error's body", () => {
  it('runs out after five seconds, whatever drips in: what came is kept, the rest is closed', async () => {
    const clock = new ManualClock();
    const { http, give, seen } = scriptedBody(clock, { status: 500 });
    const words = readErrorBody(await http.request({ url: URL_ }));
    await give(text('{"error":"no '));
    clock.advance(4999);
    await give(text('memory"}'));
    expect(seen.cancelled).toBe(0);
    clock.advance(1);
    expect(await words).toBe('{"error":"no memory"}');
    expect(seen.cancelled).toBe(1);
    expect(clock.pending).toBe(0);
  });

  it('closes the connection of a server that drips for ever', async () => {
    const clock = new ManualClock();
    const server = await startServer((response) => {
      response.writeHead(500);
      const drip = setInterval(() => response.write('x'), 1);
      response.once('close', () => { clearInterval(drip); });
    });
    const response = await openHttp(clock).request({ url: server.origin });
    const words = readErrorBody(response);
    await clock.reachedPending(1);
    clock.advance(5000);
    expect(await words).toMatch(/^x*$/u);
    await server.closed();
    expect(clock.pending).toBe(0);
  });
});
