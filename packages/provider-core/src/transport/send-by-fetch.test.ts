import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { settle } from '../testing/barrier.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { failureOf } from '../testing/open-http.ts';
import { createHttpOver } from './create-http.ts';
import { openNetwork } from './runtime-network.ts';

/** Lets `fetch` answer in this way until the test is over. */
function answering(fetch: typeof globalThis.fetch): void {
  const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(fetch);
  onTestFinished(() => { spy.mockRestore(); });
}

describe('a request in a runtime that has nothing but fetch', () => {
  it('has the time of the head from its beginning: nobody tells when there is a connection', async () => {
    answering((_url, options) => new Promise((_resolve, reject) => {
      options?.signal?.addEventListener('abort', () => { reject(new Error('aborted')); });
    }));
    const clock = new ManualClock();
    const failure = failureOf(createHttpOver(openNetwork(), { clock }).request({ url: 'https://example.com/' }));
    await settle();
    clock.advance(59_999);
    expect(clock.pending).toBe(1);
    clock.advance(1);
    expect(await failure).toMatchObject({ phase: 'headers', timeoutMs: 60_000 });
    expect(clock.pending).toBe(0);
  });

  it.each(['is cancelled', 'fails to be cancelled'])('closes the body of an answer that is left, and nobody hears when that %s', async (end) => {
    let cancelled = 0;
    const body = new ReadableStream<Uint8Array>({
      cancel: () => {
        cancelled += 1;
        if (end !== 'is cancelled') throw new Error('x');
      },
    });
    answering(() => Promise.resolve(new Response(body)));
    const response = await createHttpOver(openNetwork()).request({ url: 'https://example.com/' });
    expect(cancelled).toBe(0);
    response.cancel();
    await settle();
    expect(cancelled).toBe(1);
  });
});
