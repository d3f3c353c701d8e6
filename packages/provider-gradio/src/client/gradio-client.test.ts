import { Credential } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { collect } from '../testing/collect.ts';
import { matching } from '../testing/matching.ts';
import { openClient, QUICK_INPUTS } from '../testing/open-client.ts';
import { completed, json, message, startScriptedSpace, stream } from '../testing/scripted-space.ts';
import { ManualClock } from '@hypotez/provider-testkit';
import { RECORDED_ID } from '../testing/transcripts.ts';

function bodyOf(request: { readonly body: string } | undefined): unknown {
  return JSON.parse(request?.body ?? '');
}

describe('a job', () => {
  it('takes two requests to its first event, and none before the POST', async () => {
    const space = await startScriptedSpace();
    const run = openClient(space).submit();
    expect(space.requests).toEqual([]);
    expect((await run.next()).value).toMatchObject({ type: 'progress', stage: 'queued', queuePosition: 0 });
    expect(space.requests.map(({ method, path }) => `${method} ${path.replace(/=.*/u, '')}`)).toEqual(['POST /gradio_api/call/infer', 'GET /gradio_api/queue/data?session_hash']);
    await run.return();
  });

  it('tells place, start, steps and result, in this order', async () => {
    const space = await startScriptedSpace({}, { progressMs: 0 });
    const { events, error } = await collect(openClient(space).submit());
    expect(error).toBeUndefined();
    const stages = events.map((event) => (event.type === 'progress' ? event.stage : event.type));
    expect(stages.filter((stage, index) => stage !== stages[index - 1])).toEqual(['queued', 'started', 'step', 'complete']);
    expect(events.find((event) => event.type === 'progress' && event.stage === 'step')).toMatchObject({ steps: 2, message: 'Denoising' });
    expect(events.at(-1)).toMatchObject({ type: 'complete', data: [{ orig_name: 'image.png' }, 7] });
  });

  it('sends inputs and session, and says that no browser is behind it', async () => {
    const space = await startScriptedSpace();
    await collect(openClient(space).submit());
    const [post, get] = space.requests;
    expect(post?.headers).toMatchObject({ 'content-type': 'application/json', 'x-gradio-user': 'api' });
    expect(bodyOf(post)).toEqual({ data: QUICK_INPUTS, session_hash: matching(/^[\da-f-]{36}$/u) });
    expect(get?.headers).toMatchObject({ accept: 'text/event-stream', 'x-gradio-user': 'api' });
    expect(get?.path).toBe(`/gradio_api/queue/data?session_hash=${String(Reflect.get(Object(bodyOf(post)), 'session_hash'))}`);
  });

  it('has a session of its own each time', async () => {
    const space = await startScriptedSpace();
    const { submit } = openClient(space);
    await Promise.all([collect(submit()), collect(submit()), collect(submit())]);
    const sessions = space.requests.filter(({ method }) => method === 'POST').map((request): unknown => Reflect.get(Object(bodyOf(request)), 'session_hash'));
    expect(sessions).toHaveLength(3);
    expect(new Set(sessions).size).toBe(3);
  });

  it('is not cancelled after its result, even when nobody reads on', async () => {
    const space = await startScriptedSpace();
    const { submit } = openClient(space);
    for await (const event of submit()) if (event.type === 'complete') break;
    expect((await collect(submit())).error).toBeUndefined();
    expect(space.requests.filter(({ path }) => path.includes('cancel'))).toEqual([]);
  });

  it('leaves no timer behind', async () => {
    const clock = new ManualClock();
    const space = await startScriptedSpace();
    expect((await collect(openClient(space, { clock }).submit())).error).toBeUndefined();
    expect(clock.startedCount(60_000)).toBeGreaterThan(0);
    // The rest of the stream is read in the background, so that the connection can be used again.
    await clock.idle();
    expect(clock.pending).toBe(0);
  });

  it('takes the first of two results and reads no further', async () => {
    const space = await startScriptedSpace({ stream: stream(completed([1]) + completed([2]) + message('process_completed', { success: false, output: { error: 'late' } })) });
    expect(await collect(openClient(space).submit())).toEqual({ events: [{ type: 'complete', data: [1] }], error: undefined });
  });

  it('passes over other jobs and unknown messages on its stream', async () => {
    const foreign = completed(['foreign']).replace(RECORDED_ID, 'another job');
    const text = `\uFEFF: ping\n\nretry: 1\nid: 5\n\n${foreign}${message('of a later year')}data: {"msg":"progress",\n\ndata\n\n${completed(['mine'])}`;
    const space = await startScriptedSpace({ stream: stream(text) });
    expect(await collect(openClient(space).submit())).toEqual({ events: [{ type: 'complete', data: ['mine'] }], error: undefined });
  });

  it.each(['\r\n', '\r'])('reads lines that end with %j', async (end) => {
    const space = await startScriptedSpace({ stream: stream(completed(['a']).replaceAll('\n', end)) });
    expect((await collect(openClient(space).submit())).events).toEqual([{ type: 'complete', data: ['a'] }]);
  });

  it('reads a stream that comes byte by byte', async () => {
    const text = message('log', { log: 'Schön 🎨' }) + completed(['日本']);
    const space = await startScriptedSpace({
      stream: (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        for (const byte of new TextEncoder().encode(text)) response.write(Uint8Array.of(byte));
        response.end();
      },
    });
    expect((await collect(openClient(space).submit())).events).toEqual([{ type: 'progress', stage: 'log', message: 'Schön 🎨' }, { type: 'complete', data: ['日本'] }]);
  });

  it('accepts a result whose blank line is missing at the end', async () => {
    const space = await startScriptedSpace({ stream: stream(completed(['whole']).trimEnd()) });
    expect((await collect(openClient(space).submit())).events).toEqual([{ type: 'complete', data: ['whole'] }]);
  });

  it('brings the cookies of the POST to the GET, without their attributes', async () => {
    const start = json(200, { event_id: RECORDED_ID }, {});
    const space = await startScriptedSpace({
      start: (response, request) => {
        response.setHeader('set-cookie', ['route=machine-2; Path=/; HttpOnly; Secure', 'b="x y"; Max-Age=60']);
        return start(response, request);
      },
      stream: stream(completed([1])),
    });
    const { submit } = openClient(space);
    await collect(submit());
    expect(space.requests[0]?.headers.cookie).toBeUndefined();
    expect(space.requests[1]?.headers.cookie).toBe('route=machine-2; b="x y"');
    await collect(submit());
    expect(space.requests[2]?.headers.cookie).toBeUndefined();
  });

  it('sends the token with both requests', async () => {
    const space = await startScriptedSpace({}, { token: 'hf_private' });
    const credential = new Credential({ origin: space.url, header: 'authorization', value: 'Bearer hf_private' });
    expect((await collect(openClient(space, { credential }).submit())).error).toBeUndefined();
    expect(space.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer hf_private', 'Bearer hf_private']);
  });

  it('keeps a path of its Space, and does not mind a slash at its end', async () => {
    const space = await startScriptedSpace({ stream: stream(completed([1])) });
    await collect(openClient({ url: `${space.url}/owner/space//` }).submit({ apiName: 'two words' }));
    expect(space.requests[0]?.path).toBe('/owner/space/gradio_api/call/two%20words');
  });
});

describe("a job read by the option stream: 'call'", () => {
  it('sends no session and reads its own event', async () => {
    const space = await startScriptedSpace();
    const { events } = await collect(openClient(space).submit({ stream: 'call' }));
    expect(events.map(({ type }) => type)).toEqual(['complete']);
    expect(bodyOf(space.requests[0])).toEqual({ data: QUICK_INPUTS });
    expect(space.requests[1]?.path).toMatch(/^\/gradio_api\/call\/infer\/[\da-f]{32}$/u);
    expect(space.requests).toHaveLength(2);
  });

  it('shows previews', async () => {
    const space = await startScriptedSpace();
    const { events } = await collect(openClient(space).submit({ stream: 'call', apiName: 'preview' }));
    expect(events.map(({ type }) => type)).toEqual(['generating', 'generating', 'complete']);
  });

  it('fails without a reason, as Gradio before 6.13 gives none', async () => {
    const space = await startScriptedSpace();
    expect((await collect(openClient(space).submit({ stream: 'call', apiName: 'fail_shown', data: ['Too dark'] }))).error).toMatchObject({ code: 'response', billed: 'maybe' });
  });
});
