import { Credential, NotFoundError, ProtocolError, ResponseError, TooLargeError, UnsafeUrlError } from '@hypotez/provider-core';
import { startSpace } from '@hypotez/gradio-emulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { collect } from '../testing/collect.ts';
import { openClient } from '../testing/open-client.ts';
import { body, completed, html, json, startScriptedSpace, stream, type Answer } from '../testing/scripted-space.ts';
import { RECORDED_ID } from '../testing/transcripts.ts';

const NOT_FOUND = json(404, { detail: 'Not Found' });

/** Serves a Gradio under one prefix only, as real ones do. */
async function servedUnder(prefix: string) {
  const only = (answer: Answer): Answer => (response, request) => ((request.url ?? '').startsWith(`${prefix}/call/`) || (request.url ?? '').startsWith(`${prefix}/queue/`) ? answer : NOT_FOUND)(response, request);
  const space = await startScriptedSpace({ start: only(json(200, { event_id: RECORDED_ID })), stream: only(stream(completed([1]))) });
  return { space, paths: () => space.requests.map(({ method, path }) => `${method} ${path.replace(/\?.*/u, '')}`) };
}

describe('the prefix of a Space', () => {
  it('is /gradio_api by default', async () => {
    const { space, paths } = await servedUnder('/gradio_api');
    expect((await collect(openClient(space).submit())).error).toBeUndefined();
    expect(paths()).toEqual(['POST /gradio_api/call/infer', 'GET /gradio_api/queue/data']);
  });

  it('is found missing on Gradio 4 once, and remembered', async () => {
    const { space, paths } = await servedUnder('');
    const { client, submit } = openClient(space);
    expect((await collect(submit())).error).toBeUndefined();
    expect(paths()).toEqual(['POST /gradio_api/call/infer', 'POST /call/infer', 'GET /queue/data']);
    expect(client.prefix).toBe('');
    expect((await collect(submit())).error).toBeUndefined();
    expect(paths().slice(3)).toEqual(['POST /call/infer', 'GET /queue/data']);
  });

  it('is found where a client was told that there is none', async () => {
    const { space, paths } = await servedUnder('/gradio_api');
    const { client, submit } = openClient(space, {}, '');
    await collect(submit());
    expect(paths()).toEqual(['POST /call/infer', 'POST /gradio_api/call/infer', 'GET /gradio_api/queue/data']);
    expect(client.prefix).toBe('/gradio_api');
  });

  it('sends the same job to the second prefix as to the first', async () => {
    const { space } = await servedUnder('');
    await collect(openClient(space).submit());
    expect(space.requests[1]?.body).toBe(space.requests[0]?.body);
  });

  it('is tried again with 405 too, but never with a page', async () => {
    const other: Answer = (response, request) => (request.url === '/call/infer' ? json(200, { event_id: RECORDED_ID }) : json(405, { detail: 'Method Not Allowed' }))(response, request);
    const found = await startScriptedSpace({ start: other, stream: stream(completed([1])) });
    expect((await collect(openClient(found).submit())).error).toBeUndefined();
    const hidden = await startScriptedSpace({ start: html(404, '<html><title>404</title></html>') });
    await collect(openClient(hidden).submit());
    expect(hidden.requests).toHaveLength(1);
  });

  it('is not doubted any more once a job was taken', async () => {
    let isFirst = true;
    const start: Answer = (response, request) => {
      const answer = isFirst ? json(200, { event_id: RECORDED_ID }) : NOT_FOUND;
      isFirst = false;
      return answer(response, request);
    };
    const space = await startScriptedSpace({ start, stream: stream(completed([1])) });
    const { submit } = openClient(space);
    await collect(submit());
    expect((await collect(submit())).error).toBeInstanceOf(NotFoundError);
    expect(space.requests).toHaveLength(3);
  });

  it.each<readonly [string, Answer, readonly string[]]>([
    ['known from a refusal in JSON', json(503, { detail: 'Queue is full. Max size is 1 and size is 1.' }), ['/gradio_api/call/infer', '/call/infer', '/call/infer']],
    ['not known from a page', html(503, '<html>'), ['/gradio_api/call/infer', '/call/infer', '/gradio_api/call/infer', '/call/infer']],
  ])('is %s', async (_name, answer, paths) => {
    const space = await startScriptedSpace({ start: (response, request) => (request.url === '/call/infer' ? answer : NOT_FOUND)(response, request) });
    const { submit } = openClient(space);
    await collect(submit());
    await collect(submit());
    expect(space.requests.map(({ path }) => path)).toEqual(paths);
  });

  it('gives the answer of the second prefix when that one is served', async () => {
    const start: Answer = (response, request) => (request.url === '/call/infer' ? json(503, { detail: 'Queue is full. Max size is 1 and size is 1.' }) : NOT_FOUND)(response, request);
    const space = await startScriptedSpace({ start });
    expect((await collect(openClient(space).submit())).error).toMatchObject({ name: 'QueueFullError' });
  });
});

describe('the id of a job', () => {
  it.each([['abc-DEF_123'], ['0'.repeat(128)]])('%s is taken', async (event_id) => {
    const space = await startScriptedSpace({ start: json(200, { event_id }), stream: stream(completed([1]).replace(RECORDED_ID, event_id)) });
    expect((await collect(openClient(space).submit())).error).toBeUndefined();
  });

  it('may be a whole number, by which the messages then know it', async () => {
    const space = await startScriptedSpace({ start: json(200, { event_id: 42 }), stream: stream(completed([1]).replace(`"${RECORDED_ID}"`, '42')) });
    expect(await collect(openClient(space).submit())).toEqual({ events: [{ type: 'complete', data: [1] }], error: undefined });
  });

  it.each([
    [{}], [{ event_id: null }], [{ event_id: '' }], [{ event_id: 1.5 }], [{ event_id: 1e20 }], [{ event_id: '../../config' }], [{ event_id: 'a?b=c' }], [{ event_id: 'a#b' }],
    [{ event_id: 'a b' }], [{ event_id: 'ä' }], [{ event_id: ['a'] }], [{ event_id: { a: 1 } }], [{ event_id: '0'.repeat(129) }], [[]], [null], ['text'], [5],
  ])('%j is refused and nothing more is asked', async (answer) => {
    const space = await startScriptedSpace({ start: json(200, answer) });
    const { error } = await collect(openClient(space).submit());
    expect(error).toBeInstanceOf(ProtocolError);
    expect(error).toMatchObject({ billed: 'maybe' });
    expect(space.requests).toHaveLength(1);
  });

  it('of ten megabytes is not even read, and the job may run', async () => {
    const space = await startScriptedSpace({ start: json(200, { event_id: 'a'.repeat(10_000_000) }) });
    const { error } = await collect(openClient(space).submit());
    expect(error).toBeInstanceOf(TooLargeError);
    expect(error).toMatchObject({ billed: 'maybe' });
  });

  it.each([[{ error: 'No <b>way</b>' }], [{ detail: 'No way' }]])('is missing where a refusal comes with 200: %j', async (answer) => {
    const space = await startScriptedSpace({ start: json(200, answer) });
    const { error } = await collect(openClient(space).submit());
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ status: 200, billed: 'maybe' });
    expect(String(error)).toContain('The Space gave no id of a job: 127.0.0.1');
  });

  it.each<readonly [string, Answer, string]>([
    ['204', body(204, ''), '204.'],
    ['an empty 200', body(200, ''), '200.'],
    ['a page', html(200, '<!doctype html><html><head><title>Welcome\u001B[31m</title></head></html>'), '200: a web page titled "Welcome"'],
    ['a text', body(200, 'hello'), '200: hello'],
  ])('is missing in %s', async (_name, start, words) => {
    const space = await startScriptedSpace({ start });
    const { error } = await collect(openClient(space).submit());
    expect(error).toBeInstanceOf(ProtocolError);
    expect(String(error)).toContain(`HTTP ${words}`);
    expect(error).toMatchObject({ billed: 'maybe' });
  });
});

describe('a redirect of the start', () => {
  const secret = 'hf_SecretSecretSecret';

  it.each([301, 302, 303, 307, 308])('%d to another origin is refused; the other server gets neither token nor prompt', async (status) => {
    const other = await startSpace();
    onTestFinished(() => other.close());
    const space = await startScriptedSpace({ start: body(status, '', { location: `${other.url}/gradio_api/call/infer` }) });
    const credential = new Credential({ origin: space.url, header: 'x-hf-authorization', value: `Bearer ${secret}` });
    const { error } = await collect(openClient(space, { credential }).submit({ data: ['the prompt'] }));
    expect(error).toBeInstanceOf(UnsafeUrlError);
    expect(error).toMatchObject({ billed: 'no' });
    expect(space.requests[0]?.headers['x-hf-authorization']).toBe(`Bearer ${secret}`);
    expect(other.requests).toEqual([]);
    expect(other.openSockets).toBe(0);
  });

  it('307 within the origin keeps token and prompt', async () => {
    const start: Answer = (response, request) => (request.url === '/moved/call/infer' ? json(200, { event_id: RECORDED_ID }) : body(307, '', { location: '/moved/call/infer' }))(response, request);
    const space = await startScriptedSpace({ start, stream: stream(completed([1])) });
    const credential = new Credential({ origin: space.url, header: 'authorization', value: `Bearer ${secret}` });
    expect((await collect(openClient(space, { credential }).submit())).error).toBeUndefined();
    expect(space.requests[1]?.body).toBe(space.requests[0]?.body);
    expect(space.requests[1]?.headers.authorization).toBe(`Bearer ${secret}`);
  });

  it('302 within the origin would lose the prompt and is refused', async () => {
    const space = await startScriptedSpace({ start: body(302, '', { location: '/login' }) });
    expect((await collect(openClient(space).submit())).error).toBeInstanceOf(ProtocolError);
    expect(space.requests).toHaveLength(1);
  });
});
