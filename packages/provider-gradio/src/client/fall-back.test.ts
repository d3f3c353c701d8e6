import { JobLostError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { collect } from '../testing/collect.ts';
import { containing } from '../testing/matching.ts';
import { openClient } from '../testing/open-client.ts';
import { body, json, startScriptedSpace, stream, type Script } from '../testing/scripted-space.ts';
import { RECORDED_ID, transcript } from '../testing/transcripts.ts';

const SERVED = { start: json(200, { event_id: RECORDED_ID }), cancel: json(200, { success: true }) };
const RESULT = stream('event: complete\ndata: [1]\n\n');
const LOST = transcript('5.3.0', 'call-unknown');

async function open(script: Script) {
  const space = await startScriptedSpace({ ...SERVED, ...script });
  const { submit } = openClient(space);
  const paths = () => space.requests.map(({ method, path }) => `${method} ${path.replace(/\?.*/u, '')}`);
  return { space, submit, paths };
}

describe.each([404, 405])('a Space that answers /queue/data with %d', (status) => {
  const missing = json(status, { detail: 'Not Found' });

  it('and knows the id of the job: the job is read there, and was started once', async () => {
    const { submit, paths } = await open({ stream: missing, callStream: RESULT });
    expect(await collect(submit())).toEqual({ events: [{ type: 'complete', data: [1] }], error: undefined });
    expect(paths()).toEqual(['POST /gradio_api/call/infer', 'GET /gradio_api/queue/data', `GET /gradio_api/call/infer/${RECORDED_ID}`]);
  });

  it('and does not know the id: the job is lost, was started once, and is cancelled', async () => {
    let cancelled: () => void = () => undefined;
    const isCancelled = new Promise<void>((resolve) => (cancelled = resolve));
    const { submit, paths, space } = await open({
      stream: missing,
      callStream: stream(LOST.text, { isCut: true }),
      cancel: (response) => {
        cancelled();
        response.end('{"success":true}');
      },
    });
    const { error } = await collect(submit());
    expect(error).toBeInstanceOf(JobLostError);
    expect(error).toMatchObject({ billed: 'maybe', message: containing('It was not started again') });
    await isCancelled;
    expect(paths()).toEqual(['POST /gradio_api/call/infer', 'GET /gradio_api/queue/data', `GET /gradio_api/call/infer/${RECORDED_ID}`, 'POST /gradio_api/cancel']);
    expect(JSON.parse(space.requests[3]?.body ?? '')).toMatchObject({ event_id: RECORDED_ID, fn_index: 0 });
  });

  it('gets the next job by the plain flow', async () => {
    let isFirst = true;
    const { submit, paths, space } = await open({
      stream: missing,
      callStream: (response, request) => {
        const answer = isFirst ? stream(LOST.text, { isCut: true }) : RESULT;
        isFirst = false;
        return answer(response, request);
      },
    });
    await collect(submit());
    const before = space.requests.length;
    expect((await collect(submit())).error).toBeUndefined();
    const after = paths().slice(before).filter((line) => !line.includes('cancel'));
    expect(after).toEqual(['POST /gradio_api/call/infer', `GET /gradio_api/call/infer/${RECORDED_ID}`]);
    expect(space.requests.findLast(({ method, path }) => method === 'POST' && path.endsWith('infer'))?.body).not.toContain('session_hash');
  });

  it('and serves no stream at all: the job is lost and may be charged for', async () => {
    const { submit } = await open({ stream: missing, callStream: missing });
    const { error } = await collect(submit());
    expect(error).toBeInstanceOf(JobLostError);
    expect(error).toMatchObject({ billed: 'maybe', status });
  });
});

describe('a stream that is refused otherwise', () => {
  it.each([401, 403, 429, 500, 502, 503])('%d: the job was taken, so it is lost and may be charged for', async (status) => {
    const { submit, paths } = await open({ stream: body(status, 'no', { 'retry-after': '7' }) });
    const { error } = await collect(submit());
    expect(error).toBeInstanceOf(JobLostError);
    expect(error).toMatchObject({ status, billed: 'maybe', retryAfterMs: 7000 });
    expect(paths().filter((line) => line.includes('/call/'))).toEqual(['POST /gradio_api/call/infer']);
  });
});
