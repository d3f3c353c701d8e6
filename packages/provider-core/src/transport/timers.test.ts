import { getEventListeners } from 'node:events';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { AbortedError } from '../errors/aborted-error.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { createBarrier, settle } from '../testing/barrier.ts';
import { collectGarbage } from '../testing/collect-garbage.ts';
import { startServer } from '../testing/local-server.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { failureOf, openHttp } from '../testing/open-http.ts';

/** A server that never answers, and tells when it was asked. */
async function silentServer(): Promise<Awaited<ReturnType<typeof startServer>> & { readonly asked: Promise<unknown> }> {
  const asked = createBarrier();
  return { ...(await startServer(() => { asked.open(); })), asked: asked.reached };
}

/** A server that sends the beginning of a body and nothing more. */
function stallingServer(): ReturnType<typeof startServer> {
  return startServer((response) => response.write('beginning'));
}

describe('the timer of the head', () => {
  it.each([[undefined, 60_000], [5000, 5000]])('of %s ms runs out and closes the connection', async (headersTimeoutMs, waited) => {
    const clock = new ManualClock();
    const server = await silentServer();
    const failure = failureOf(openHttp(clock).request({ url: server.origin, headersTimeoutMs }));
    await server.asked;
    clock.advance(waited);
    const error = await failure;
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ phase: 'headers', timeoutMs: waited, billed: 'no' });
    expect(clock.pending).toBe(0);
    await server.closed();
  });

  it('does not run out a moment earlier', async () => {
    const clock = new ManualClock();
    const answer = createBarrier();
    const asked = createBarrier();
    const { origin } = await startServer(async (response) => {
      asked.open();
      await answer.reached;
      response.end('late');
    });
    const pending = openHttp(clock).request({ url: origin });
    await asked.reached;
    clock.advance(59_999);
    answer.open();
    expect(await (await pending).text()).toBe('late');
    expect(clock.pending).toBe(0);
  });

  it('is the only one: the client underneath sets none of its own ten seconds', async () => {
    const delays = vi.spyOn(globalThis, 'setTimeout');
    onTestFinished(() => { delays.mockRestore(); });
    const { origin } = await startServer((response) => response.end('x'));
    await (await openHttp(new ManualClock()).request({ url: origin })).text();
    expect(delays.mock.calls.filter(([, delay]) => delay === 10_000)).toEqual([]);
  });

  it('leaves the bill open when the request may be charged', async () => {
    const clock = new ManualClock();
    const server = await silentServer();
    const failure = failureOf(openHttp(clock).request({ url: server.origin, method: 'POST', json: {}, billable: true }));
    await server.asked;
    clock.advance(60_000);
    expect(await failure).toMatchObject({ phase: 'headers', billed: 'maybe' });
  });

  it('stops when the head is there: the body has its own', async () => {
    const clock = new ManualClock();
    const { origin } = await stallingServer();
    const response = await openHttp(clock).request({ url: origin });
    expect(clock.pending).toBe(0);
    clock.advance(600_000);
    const chunks = response.chunks();
    expect((await chunks.next()).done).toBe(false);
    await chunks.return();
  });
});

describe('the timer of silence', () => {
  it.each([[undefined, 60_000], [5000, 5000]])('of %s ms runs out in the middle of a body and closes the connection', async (idleTimeoutMs, waited) => {
    const clock = new ManualClock();
    const server = await stallingServer();
    const response = await openHttp(clock).request({ url: server.origin, idleTimeoutMs });
    const chunks = response.chunks();
    await chunks.next();
    const failure = failureOf(chunks.next());
    await clock.reachedPending(1);
    clock.advance(waited);
    const error = await failure;
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ phase: 'idle', timeoutMs: waited, billed: 'no' });
    expect(clock.pending).toBe(0);
    await server.closed();
  });

  it.each(['bytes', 'text', 'json'] as const)('runs out in %s() too', async (method) => {
    const clock = new ManualClock();
    const { origin } = await stallingServer();
    const response = await openHttp(clock).request({ url: origin, billable: true });
    const failure = failureOf(response[method]());
    await clock.reachedPending(1);
    // The first read gets the beginning; the second one waits under a timer of its own.
    for (let turn = 0; clock.pending > 0 && turn < 50; turn += 1) {
      clock.advance(60_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await failure).toMatchObject({ phase: 'idle', billed: 'maybe' });
  });

  it('begins anew with every piece that comes', async () => {
    const clock = new ManualClock();
    const pieces = [createBarrier(), createBarrier()];
    const { origin } = await startServer(async (response) => {
      for (const piece of pieces) {
        response.write('piece');
        await piece.reached;
      }
      response.end();
    });
    const chunks = (await openHttp(clock).request({ url: origin })).chunks();
    for (const piece of pieces) {
      await chunks.next();
      const next = chunks.next();
      await clock.reachedPending(1);
      clock.advance(59_999);
      piece.open();
      if (piece === pieces[1]) expect((await next).done).toBe(true);
      else await next;
      if (piece === pieces[0]) break;
    }
    await chunks.return();
  });

  it('does not run while the consumer is slow', async () => {
    const clock = new ManualClock();
    const { origin } = await startServer((response) => {
      response.write('first');
      response.end('second');
    });
    const chunks = (await openHttp(clock).request({ url: origin })).chunks();
    await chunks.next();
    clock.advance(24 * 3600 * 1000);
    expect(clock.pending).toBe(0);
    let rest = '';
    for await (const chunk of chunks) rest += new TextDecoder().decode(chunk);
    expect('firstsecond').toContain(rest);
  });
});

describe('an abort', () => {
  it('before the request makes no connection', async () => {
    const server = await startServer();
    const signal = AbortSignal.abort('before');
    const error = await failureOf(openHttp().request({ url: server.origin, signal }));
    expect(error).toBeInstanceOf(AbortedError);
    expect(error).toMatchObject({ cause: 'before' });
    expect(server.connections()).toBe(0);
  });

  it('while the head is awaited ends the request and its connection', async () => {
    const clock = new ManualClock();
    const server = await silentServer();
    const controller = new AbortController();
    const failure = failureOf(openHttp(clock).request({ url: server.origin, signal: controller.signal }));
    await server.asked;
    controller.abort(new Error('enough'));
    const error = await failure;
    expect(error).toBeInstanceOf(AbortedError);
    expect(error).toMatchObject({ cause: { message: 'enough' } });
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    expect(clock.pending).toBe(0);
    await server.closed();
  });

  it.each(['at once', 'after a garbage collection'])('while the body is read ends it and its connection (%s)', async (when) => {
    const clock = new ManualClock();
    const server = await stallingServer();
    const controller = new AbortController();
    const response = await openHttp(clock).request({ url: server.origin, signal: controller.signal });
    const chunks = response.chunks();
    await chunks.next();
    const failure = failureOf(chunks.next());
    await clock.reachedPending(1);
    if (when !== 'at once') await collectGarbage();
    controller.abort('enough');
    const error = await failure;
    expect(error).toBeInstanceOf(AbortedError);
    expect(error).toMatchObject({ cause: 'enough' });
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    expect(clock.pending).toBe(0);
    await server.closed();
  });

  it('while the head is awaited works after a garbage collection', async () => {
    const server = await silentServer();
    const controller = new AbortController();
    const failure = failureOf(openHttp().request({ url: server.origin, signal: controller.signal }));
    await server.asked;
    await collectGarbage();
    controller.abort('enough');
    expect(await failure).toMatchObject({ code: 'aborted', cause: 'enough' });
    await server.closed();
  });

  it('between two reads ends the body at the next one, and its timer at once', async () => {
    const clock = new ManualClock();
    const server = await stallingServer();
    const controller = new AbortController();
    const chunks = (await openHttp(clock).request({ url: server.origin, signal: controller.signal })).chunks();
    await chunks.next();
    controller.abort('enough');
    expect(clock.pending).toBe(0);
    expect(await failureOf(chunks.next())).toMatchObject({ code: 'aborted', cause: 'enough' });
    await server.closed();
  });

  it('gives the error itself when the reason is one of ours', async () => {
    const reason = new ConfigurationError('x');
    expect(await failureOf(openHttp().request({ url: 'http://127.0.0.1:9', signal: AbortSignal.abort(reason) }))).toBe(reason);
  });

  it('after the end has no effect, and nothing listens any more', async () => {
    const { origin } = await startServer((response) => response.end('whole'));
    const controller = new AbortController();
    const response = await openHttp().request({ url: origin, signal: controller.signal });
    expect(await response.text()).toBe('whole');
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });
});

describe('leaving an answer', () => {
  it.each(['cancel', 'break', 'cancel after a garbage collection'] as const)('closes its connection and lets go of the signal (%s)', async (how) => {
    const server = await stallingServer();
    const { signal } = new AbortController();
    const response = await openHttp().request({ url: server.origin, signal });
    if (how === 'cancel after a garbage collection') await collectGarbage();
    if (how === 'break') {
      for await (const chunk of response.chunks()) if (chunk.length > 0) break;
    } else response.cancel();
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    await server.closed();
  });

  it('is not needed when the body was read: the connection is used again', async () => {
    const server = await startServer((response) => response.end('whole'));
    const http = openHttp();
    for (let count = 0; count < 5; count += 1) {
      expect(await (await http.request({ url: server.origin })).text()).toBe('whole');
      // The socket is free again one turn after the last byte.
      await settle();
    }
    expect(server.connections()).toBe(1);
  });
});
