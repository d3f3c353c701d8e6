import { describe, expect, it } from 'vitest';
import { createBarrier, settle } from '../testing/barrier.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { failureOf } from '../testing/open-http.ts';
import { createHttpOver } from './create-http.ts';
import type { HttpRequest } from './http.ts';
import type { Answer } from './runtime-network.ts';

const JOB: HttpRequest = { url: 'http://server.example/', method: 'POST', json: {}, billable: true };
const whole = (status: number, headers: Record<string, string> = {}): Answer => ({ status, headers: new Headers(headers), body: undefined });

/** A network in which the test says when there is a connection, and when there is an answer, hop by hop. */
function slowNetwork(clock: ManualClock) {
  const hops: { readonly onConnected: () => void; readonly answer: (answer: Answer) => void }[] = [];
  const http = createHttpOver({
    wayThrough: () => (_url, { onConnected, signal }) => new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => { reject(new Error('aborted')); });
      hops.push({ onConnected, answer: resolve });
    }),
    close: () => Promise.resolve(),
  }, { clock });
  const hop = async (index: number) => {
    while (hops.length <= index) await settle();
    return hops[index] ?? expect.fail();
  };
  return { http, hop };
}

describe('the timer of the connection', () => {
  it.each([[undefined, 10_000], [500, 500]])('of %s ms runs out, and cost nothing whatever the request', async (connectTimeoutMs, waited) => {
    const clock = new ManualClock();
    const { http, hop } = slowNetwork(clock);
    const failure = failureOf(http.request({ ...JOB, connectTimeoutMs }));
    await hop(0);
    clock.advance(waited - 1);
    expect(clock.pending).toBe(1);
    clock.advance(1);
    expect(await failure).toMatchObject({ code: 'timeout', phase: 'connect', timeoutMs: waited, billed: 'no' });
    expect(clock.pending).toBe(0);
  });

  it('gives way to that of the head, which begins with the connection', async () => {
    const clock = new ManualClock();
    const { http, hop } = slowNetwork(clock);
    const failure = failureOf(http.request(JOB));
    const { onConnected } = await hop(0);
    clock.advance(9999);
    onConnected();
    clock.advance(59_999);
    expect(clock.pending).toBe(1);
    clock.advance(1);
    expect(await failure).toMatchObject({ phase: 'headers', timeoutMs: 60_000, billed: 'maybe' });
    expect(clock.pending).toBe(0);
  });

  it('begins anew with every redirect', async () => {
    const clock = new ManualClock();
    const { http, hop } = slowNetwork(clock);
    const failure = failureOf(http.request(JOB));
    const first = await hop(0);
    clock.advance(9000);
    first.onConnected();
    clock.advance(50_000);
    first.answer(whole(307, { location: '/elsewhere' }));
    await hop(1);
    clock.advance(9999);
    expect(clock.pending).toBe(1);
    clock.advance(1);
    expect(await failure).toMatchObject({ phase: 'connect', timeoutMs: 10_000 });
  });

  it('may be longer than that of the head, which then runs out first', async () => {
    const clock = new ManualClock();
    const { http, hop } = slowNetwork(clock);
    const failure = failureOf(http.request({ ...JOB, connectTimeoutMs: 5000, headersTimeoutMs: 100 }));
    (await hop(0)).onConnected();
    clock.advance(100);
    expect(await failure).toMatchObject({ phase: 'headers', timeoutMs: 100 });
  });

  it('is gone as soon as the head is there, and when the request is given up', async () => {
    const clock = new ManualClock();
    const { http, hop } = slowNetwork(clock);
    const answered = createBarrier();
    void http.request(JOB).then(() => { answered.open(); });
    (await hop(0)).answer(whole(204));
    await answered.reached;
    expect(clock.pending).toBe(0);
    const controller = new AbortController();
    const failure = failureOf(http.request({ ...JOB, signal: controller.signal }));
    await hop(1);
    controller.abort();
    expect(await failure).toMatchObject({ code: 'aborted' });
    expect(clock.pending).toBe(0);
  });
});
