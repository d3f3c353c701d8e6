import { AbortedError, TimeoutError } from '@hypotez/provider-core';
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createBarrier } from '@hypotez/provider-testkit';
import { collect, thrownBy } from '../testing/collect.ts';
import { openClient } from '../testing/open-client.ts';
import { createRecordingHttp } from '../testing/recording-http.ts';
import { openHeldJob, TAKEN } from '../testing/held-job.ts';
import { beginStream, completed, json, message, type Answer } from '../testing/scripted-space.ts';
import { RECORDED_ID } from '../testing/transcripts.ts';

const never: Answer = () => undefined;

describe('an abort', () => {
  it('before the start sends nothing', async () => {
    const { space, http, run, controller } = await openHeldJob();
    controller.abort();
    expect(await thrownBy(run)).toBeInstanceOf(AbortedError);
    expect(http.requests.length).toBeLessThanOrEqual(1);
    expect(space.requests).toEqual([]);
  });

  it('during the POST settles at once, and takes the session off the queue without an id', async () => {
    const posted = createBarrier();
    const { space, run, controller, streamClosed } = await openHeldJob({ start: () => { posted.open(); } });
    const step = run.next();
    await posted.reached;
    controller.abort('enough');
    const error = await thrownBy(step);
    expect(error).toBeInstanceOf(AbortedError);
    expect(error).toMatchObject({ cause: 'enough' });
    await streamClosed;
    expect(space.requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
    const { session_hash: session } = JSON.parse(space.requests[0]?.body ?? '') as { session_hash: string };
    expect(space.requests[1]?.path).toBe(`/gradio_api/queue/data?session_hash=${session}`);
  });

  it('between POST and stream opens and closes the stream, then cancels', async () => {
    const asked = createBarrier();
    let count = 0;
    const { space, run, controller, cancelled } = await openHeldJob({
      stream: (response) => {
        count += 1;
        if (count === 1) asked.open();
        else beginStream(response);
      },
    });
    const step = run.next();
    await asked.reached;
    controller.abort();
    expect(await thrownBy(step)).toBeInstanceOf(AbortedError);
    await cancelled;
    expect(space.requests.map(({ method, path }) => `${method} ${path.replace(/\?.*/u, '')}`)).toEqual([
      'POST /gradio_api/call/infer', 'GET /gradio_api/queue/data', 'GET /gradio_api/queue/data', 'POST /gradio_api/cancel',
    ]);
  });

  it('during the stream closes it first, then cancels by id and session, with the token', async () => {
    const { space, http, run, controller, streamClosed, cancelled } = await openHeldJob();
    await run.next();
    const step = run.next();
    controller.abort();
    expect(await thrownBy(step)).toBeInstanceOf(AbortedError);
    await Promise.all([streamClosed, cancelled]);
    expect(http.log).toEqual(['POST /gradio_api/call/infer', 'GET /gradio_api/queue/data', 'closed /gradio_api/queue/data', 'POST /gradio_api/cancel']);
    const cancel = space.requests.at(-1);
    const { session_hash: session } = JSON.parse(space.requests[0]?.body ?? '') as { session_hash: string };
    expect(JSON.parse(cancel?.body ?? '')).toEqual({ session_hash: session, fn_index: 0, event_id: RECORDED_ID });
    expect(cancel?.headers).toMatchObject({ 'x-hf-authorization': 'Bearer hf_token', 'x-gradio-user': 'api', 'content-type': 'application/json' });
  });

  it('while nobody asks for the next event ends the run at the next one', async () => {
    const { run, controller, streamClosed, cancelled } = await openHeldJob();
    await run.next();
    controller.abort();
    expect(await thrownBy(run.next())).toBeInstanceOf(AbortedError);
    await Promise.all([streamClosed, cancelled]);
  });

  it('after the result changes nothing', async () => {
    const { space, run, controller } = await openHeldJob({ stream: (response) => { beginStream(response); response.end(completed([1])); } });
    expect(await run.next()).toMatchObject({ value: { type: 'complete' } });
    controller.abort();
    expect(await collect(run)).toEqual({ events: [], error: undefined });
    expect(space.requests).toHaveLength(2);
  });

  it('does not wait for a /cancel that is never answered', async () => {
    const { run, controller, cancelled } = await openHeldJob({ cancel: never });
    await run.next();
    const step = run.next();
    controller.abort();
    expect(await thrownBy(step)).toBeInstanceOf(AbortedError);
    expect(await run.next()).toEqual({ done: true, value: undefined });
    await cancelled;
  });

  it.each<readonly [string, Answer]>([
    ['refused', json(500, { detail: 'no' })],
    ['cut off', (response) => response.socket?.destroy()],
    ['answered with a page without end', (response) => { response.writeHead(200); response.write('x'); }],
  ])('does not mind a /cancel that is %s', async (_name, cancel) => {
    const { run, controller, cancelled } = await openHeldJob({ cancel });
    await run.next();
    controller.abort();
    expect(await thrownBy(run.next())).toBeInstanceOf(AbortedError);
    await cancelled;
  });

  it('brings the cookies of the POST to /cancel', async () => {
    const { space, run, controller, cancelled } = await openHeldJob({
      start: (response, request) => {
        response.setHeader('set-cookie', 'route=machine-2; Path=/');
        return TAKEN(response, request);
      },
    });
    await run.next();
    controller.abort();
    await thrownBy(run.next());
    await cancelled;
    expect(space.requests.at(-1)?.headers.cookie).toBe('route=machine-2');
  });

  it('of one job does not touch another', async () => {
    const answers: ServerResponse[] = [];
    const both = createBarrier();
    const { run, submit, controller, cancelled, space } = await openHeldJob({
      stream: (response) => {
        beginStream(response);
        response.write(message('log', { log: 'hello' }));
        if (answers.push(response) === 2) both.open();
      },
    });
    const other = submit();
    await Promise.all([run.next(), other.next()]);
    await both.reached;
    controller.abort();
    expect(await thrownBy(run.next())).toBeInstanceOf(AbortedError);
    await cancelled;
    const [first, second] = answers;
    for (const response of [first, second].filter((answer) => answer?.destroyed === false)) response?.end(completed(['the other']));
    expect((await collect(other)).events).toEqual([{ type: 'complete', data: ['the other'] }]);
    expect(space.requests.filter(({ path }) => path.endsWith('/cancel'))).toHaveLength(1);
  });
});

describe('a start that is not answered in time', () => {
  it.each([['connect', 1], ['headers', 2]] as const)('in the phase %s leads to %s requests: what never had a connection needs no cancelling', async (phase, requests) => {
    const failing = createRecordingHttp({
      request: () => Promise.reject(new TimeoutError(phase, 1000, { billed: phase === 'connect' ? 'no' : 'maybe' })),
      close: () => Promise.resolve(),
    });
    const { submit } = openClient({ url: 'http://space.example' }, { http: failing });
    expect(await thrownBy(submit())).toMatchObject({ phase });
    await new Promise((resolve) => setImmediate(resolve));
    expect(failing.requests).toHaveLength(requests);
  });
});
