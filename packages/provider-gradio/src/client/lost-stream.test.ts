import { ManualClock, createBarrier } from '@hypotez/provider-testkit';
import { JobCancelledError, JobLostError, ProtocolError, ResponseError, StreamEndedError, TimeoutError, TooLargeError, UnsafeUrlError } from '@hypotez/provider-core';
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { collect } from '../testing/collect.ts';
import { containing } from '../testing/matching.ts';
import { openClient } from '../testing/open-client.ts';
import { createRecordingHttp } from '../testing/recording-http.ts';
import { beginStream, body, completed, html, json, message, startScriptedSpace, stream, type Answer } from '../testing/scripted-space.ts';
import { QUICK_REQUEST, TestProvider } from '../testing/test-provider.ts';

const LOG = message('log', { log: 'hello' });

/** Follows a job whose stream is answered like this; tells also whether the Space was asked to cancel it. */
async function follow(answer: Answer) {
  const cancelled = createBarrier();
  const space = await startScriptedSpace({
    stream: answer,
    cancel: (response) => {
      response.end('{"success":true}');
      cancelled.open();
    },
  });
  const http = createRecordingHttp();
  return { ...(await collect(openClient(space, { http }).submit())), cancelled: cancelled.reached, http };
}

describe('a stream that ends before the job', () => {
  it('cleanly: keeps what came, and asks to cancel', async () => {
    const { events, error, cancelled } = await follow(stream(LOG));
    expect(events).toEqual([{ type: 'progress', stage: 'log', message: 'hello' }]);
    expect(error).toBeInstanceOf(StreamEndedError);
    expect(error).toMatchObject({ code: 'job_lost', billed: 'maybe', message: 'The Space closed the stream before the job ended.' });
    await cancelled;
  });

  it('by close_stream', async () => {
    const { error } = await follow(stream(`${LOG}data: {"msg":"close_stream","event_id":null}\n\n${completed([1])}`));
    expect(error).toBeInstanceOf(StreamEndedError);
  });

  it('with a page of nothing', async () => {
    expect((await follow(stream(''))).error).toBeInstanceOf(StreamEndedError);
  });

  it('in the middle of a message', async () => {
    const { error, cancelled } = await follow(stream(LOG + completed([1]).slice(0, -9)));
    expect(error).toBeInstanceOf(StreamEndedError);
    expect(error).toMatchObject({ message: 'The Space closed the stream before the job ended.', billed: 'maybe' });
    await cancelled;
  });

  it('by a broken connection in the middle of a message', async () => {
    const cut: Answer = (response) => {
      beginStream(response);
      response.write(LOG + completed([1]).slice(0, -9), () => response.socket?.destroySoon());
    };
    const { events, error, cancelled } = await follow(cut);
    expect(events).toEqual([{ type: 'progress', stage: 'log', message: 'hello' }]);
    expect(error).toBeInstanceOf(StreamEndedError);
    expect(error).toMatchObject({ billed: 'maybe', message: containing('The connection broke') });
    await cancelled;
  });

  it('by a reset', async () => {
    const held = createBarrier<ServerResponse>();
    const space = await startScriptedSpace({
      stream: (response) => {
        beginStream(response);
        response.write(LOG);
        held.open(response);
      },
      cancel: json(200, { success: true }),
    });
    const run = openClient(space).submit();
    expect((await run.next()).value).toEqual({ type: 'progress', stage: 'log', message: 'hello' });
    (await held.reached).socket?.resetAndDestroy();
    const { error } = await collect(run);
    expect(error).toBeInstanceOf(StreamEndedError);
    expect(error).toMatchObject({ message: containing('The connection broke') });
  });

  it('by a connection that is never answered', async () => {
    const { error } = await follow((response) => response.socket?.destroy());
    expect(error).toBeInstanceOf(StreamEndedError);
  });

  it('because the Space forgot the job: nothing is left to cancel', async () => {
    const text = 'data: {"msg":"unexpected_error","event_id":null,"message":"404: Session not found.","success":false}\n\n';
    const { error, http } = await follow(stream(message('process_starts') + text, { isCut: true }));
    expect(error).toBeInstanceOf(JobLostError);
    expect(error).not.toBeInstanceOf(StreamEndedError);
    expect(http.requests).toHaveLength(2);
  });

  it.each([
    [{ output: {}, success: true }, JobCancelledError],
    [{ output: { error: 'Too dark' }, success: false }, ResponseError],
    [{ output: { data: 'text' }, success: true }, ProtocolError],
  ])('because the Space says that the job is over, with nothing left to cancel: %j', async (fields, errorClass) => {
    const { error, http } = await follow(stream(message('process_starts') + message('process_completed', fields)));
    expect(error).toBeInstanceOf(errorClass);
    expect(http.requests).toHaveLength(2);
  });
});

describe('an answer that is no stream', () => {
  it.each<readonly [string, Answer, string]>([
    ['a page', html(200, '<!doctype html><html><title>Log in</title></html>'), '200: a web page titled "Log in"'],
    ['JSON with a reason', json(200, { detail: 'No more streams' }), '200: No more streams'],
    ['JSON without one', json(200, { a: 1 }), '200.'],
    ['a text', body(200, 'data: x'), '200: data: x'],
    ['nothing', body(204, ''), '204.'],
  ])('%s', async (_name, answer, words) => {
    const { error, cancelled } = await follow(answer);
    expect(error).toBeInstanceOf(ProtocolError);
    expect(error).toMatchObject({ billed: 'maybe', message: containing('cannot be followed: 127.0.0.1') });
    expect(String(error)).toMatch(new RegExp(`HTTP ${words}$`, 'u'));
    await cancelled;
  });

  it('a redirect to another origin', async () => {
    const { error, cancelled } = await follow(body(307, '', { location: 'http://127.0.0.1:1/gradio_api/queue/data' }));
    expect(error).toBeInstanceOf(UnsafeUrlError);
    expect(error).toMatchObject({ billed: 'maybe' });
    await cancelled;
  });

  it('a circle of redirects', async () => {
    const { error } = await follow(body(307, '', { location: '/gradio_api/queue/data?again' }));
    expect(error).toBeInstanceOf(ProtocolError);
    expect(error).toMatchObject({ billed: 'maybe' });
  });
});

describe('a stream that is too large', () => {
  it('in one event: the job may still run', async () => {
    const chunk = 'x'.repeat(1024 * 1024);
    const { error, cancelled } = await follow((response) => {
      beginStream(response);
      response.write('data: ');
      const pump = (): void => {
        if (!response.destroyed) response.write(chunk, pump);
      };
      pump();
    });
    expect(error).toBeInstanceOf(TooLargeError);
    expect(error).toMatchObject({ limitBytes: 64 * 1024 * 1024, billed: 'maybe' });
    await cancelled;
  });
});

describe('a stream that stays open', () => {
  const HEARTBEAT = 'data: {"msg":"heartbeat","event_id":null}\n\n';
  const IDLE_MS = 60_000;
  const PROGRESS_MS = 300_000;

  /** Plays the same text again and again to a run, 50 seconds apart, until it gives up; returns how often. */
  async function repeat(text: string, first = '') {
    const clock = new ManualClock();
    const held = createBarrier<ServerResponse>();
    const cancelled = createBarrier();
    const space = await startScriptedSpace({
      stream: (response) => {
        beginStream(response);
        held.open(response);
      },
      cancel: (response) => {
        response.end('{"success":true}');
        cancelled.open();
      },
    });
    const outcome = collect(new TestProvider({ url: space.url }, { clock }).createAsyncGenerator(QUICK_REQUEST));
    const response = await held.reached;
    // The bodies of both answers.
    await clock.started(IDLE_MS, 2);
    response.write(first);
    const state = { isOver: false };
    void outcome.then(() => (state.isOver = true));
    let played = 0;
    for (; !state.isOver && played < 20; played += 1) {
      const asked = clock.askedCount;
      response.write(text);
      await Promise.race([clock.asked(asked + 1), outcome]);
      // News asks too, before the next read does.
      await new Promise((resolve) => setImmediate(resolve));
      clock.advance(50_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return { ...(await outcome), played, clock, cancelled: cancelled.reached };
  }

  it('with heartbeats only is given up after five minutes, and the Space is asked to cancel', async () => {
    const { error, clock, cancelled } = await repeat(HEARTBEAT);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ phase: 'progress', timeoutMs: PROGRESS_MS, billed: 'maybe', retryable: true });
    expect(clock.now()).toBeGreaterThanOrEqual(PROGRESS_MS);
    expect(clock.now()).toBeLessThan(PROGRESS_MS + 100_000);
    // The closed stream has a head start before `/cancel`.
    clock.advance(250);
    await cancelled;
  });

  it.each<readonly [string, string]>([
    ['the same place in the queue', message('estimation', { rank: 3, rank_eta: 60 })],
    ['the same log line', LOG],
    ['messages of other jobs', completed([1]).replace('0123', 'abcd')],
    ['unknown messages', message('of a later year')],
    ['broken messages', 'data: {"msg":"progress"\n\n'],
  ])('with %s is given up too', async (_name, text) => {
    expect((await repeat(text)).error).toMatchObject({ code: 'timeout', phase: 'progress' });
  });

  it('with comments is given up after two minutes when they are all, and after five behind an event', async () => {
    expect((await repeat(': ping\n\n')).error).toMatchObject({ code: 'timeout', phase: 'first-event', timeoutMs: 120_000, billed: 'maybe' });
    expect((await repeat(': ping\n\n', LOG)).error).toMatchObject({ code: 'timeout', phase: 'progress' });
  });

  it('with silence is given up after one minute', async () => {
    const clock = new ManualClock();
    const space = await startScriptedSpace({ stream: beginStream, cancel: json(200, { success: true }) });
    const outcome = collect(openClient(space, { clock }).submit());
    // The bodies of both answers.
    await clock.started(IDLE_MS, 2);
    clock.advance(IDLE_MS);
    expect((await outcome).error).toMatchObject({ code: 'timeout', phase: 'idle', timeoutMs: IDLE_MS, billed: 'maybe' });
  });

  it('without even a head is given up after one minute', async () => {
    const clock = new ManualClock();
    const asked = createBarrier();
    const space = await startScriptedSpace({ stream: () => { asked.open(); }, cancel: json(200, { success: true }) });
    const outcome = collect(openClient(space, { clock }).submit());
    await asked.reached;
    clock.advance(IDLE_MS);
    expect((await outcome).error).toMatchObject({ code: 'timeout', phase: 'headers', billed: 'maybe' });
  });
});
