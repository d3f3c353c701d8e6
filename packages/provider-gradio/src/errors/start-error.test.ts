import { AuthenticationError, NotFoundError, RateLimitError, RejectedError, ResponseError, UnavailableError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { collect } from '../testing/collect.ts';
import { openClient } from '../testing/open-client.ts';
import { body, html, json, startScriptedSpace, type Answer } from '../testing/scripted-space.ts';
import { ManualClock } from '@hypotez/provider-testkit';
import { QueueFullError } from './queue-full-error.ts';
import { SpaceBrokenError } from './space-broken-error.ts';
import { SpaceBuildingError } from './space-building-error.ts';
import { SpacePausedError } from './space-paused-error.ts';
import { SpacePrivateError } from './space-private-error.ts';
import { SpaceSleepingError } from './space-sleeping-error.ts';

const PROMPT = 'a prompt that nobody may read';

/** Starts a job at a Space that gives this answer, and returns the error with the number of requests. */
async function refusal(start: Answer) {
  const space = await startScriptedSpace({ start });
  const { error, events } = await collect(openClient(space).submit({ data: [PROMPT] }));
  expect(events).toEqual([]);
  expect(error).toBeInstanceOf(ResponseError);
  expect(String(error)).not.toContain(PROMPT);
  return { error, message: error instanceof Error ? error.message : '', requests: space.requests.length };
}

const PAGE = `<!DOCTYPE html><html><head><title>404 – Hugging Face</title></head><body><h1>404</h1><p>${'x'.repeat(5000)}</p></body></html>`;

describe('an answer that refuses the job', () => {
  it.each([404, 401, 403])('%d with a page: the Space is private or does not exist', async (status) => {
    const { error, message, requests } = await refusal(html(status, PAGE));
    expect(error).toBeInstanceOf(SpacePrivateError);
    expect(error).toMatchObject({ code: 'authentication', status, billed: 'no', retryable: false });
    expect(message).not.toContain('<');
    expect(requests).toBe(1);
  });

  it.each([{ detail: 'Not authenticated' }, { detail: { error: 'Not authenticated', auth_message: '<h1>Log in</h1>' } }])('401 with %j: the application wants a login', async (answer) => {
    const { error, message } = await refusal(json(401, answer));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).not.toBeInstanceOf(SpacePrivateError);
    expect(error).toMatchObject({ status: 401, billed: 'no' });
    expect(message).toContain('Not authenticated');
  });

  it('404 in JSON under both prefixes: no Gradio API', async () => {
    const { error, requests } = await refusal(json(404, { detail: 'Not Found' }));
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({ code: 'not_found', billed: 'no' });
    expect(requests).toBe(2);
  });

  it('422 of the framework: names the place, not the prompt', async () => {
    const { error, message } = await refusal(json(422, { detail: [{ type: 'list_type', loc: ['body', 'data'], msg: 'Input should be a valid list', input: PROMPT }] }));
    expect(error).toBeInstanceOf(RejectedError);
    expect(error).toMatchObject({ status: 422, billed: 'no', retryable: false });
    expect(message).toContain('body.data: Input should be a valid list');
  });

  it("422 of the author's validation: gives his words", async () => {
    const detail = [
      { __type__: 'validate', is_valid: false, message: 'Too <b>short</b>', parameter_name: 'prompt' },
      { __type__: 'validate', is_valid: true, message: '' },
    ];
    const { error, message } = await refusal(json(422, { detail }));
    expect(error).toBeInstanceOf(RejectedError);
    expect(message).toContain('The Space refuses the values: Too');
  });

  it.each([
    ['the text of most Gradios', 'Internal Server Error'],
    ['the traceback of 5.3', 'Traceback (most recent call last):\n  File "/usr/local/lib/routes.py", line 1014\ngradio.route_utils.FnIndexInferError: x\n'],
  ])('500 with %s: most likely no such function', async (_name, text) => {
    const { error, message } = await refusal(body(500, text));
    expect(error).toMatchObject({ code: 'response', status: 500, billed: 'no' });
    expect(message).toContain('no function of that name');
    expect(message).not.toContain('Traceback');
  });

  it('500 with anything else: may have been charged for', async () => {
    const { error } = await refusal(json(500, { detail: 'boom' }));
    expect(error).toMatchObject({ code: 'unavailable', status: 500, billed: 'maybe' });
  });

  it('503 of a full queue: nothing was started', async () => {
    const { error } = await refusal(json(503, { detail: 'Queue is full. Max size is 20 and size is 20.' }, { 'retry-after': '3' }));
    expect(error).toBeInstanceOf(QueueFullError);
    expect(error).toMatchObject({ code: 'unavailable', status: 503, billed: 'no', retryable: true, retryAfterMs: 3000 });
  });

  it('503 of a stopped queue: it is restarting', async () => {
    const { error, message } = await refusal(json(503, { detail: 'Queue is stopped.' }));
    expect(error).toBeInstanceOf(UnavailableError);
    expect(error).not.toBeInstanceOf(QueueFullError);
    expect(message).toContain('is restarting');
  });

  it.each([
    ['Your space is in error, check its status on hf.co', SpaceBrokenError, false],
    ['The space is paused, ask a maintainer to restart it', SpacePausedError, false],
    ['This Space is sleeping', SpaceSleepingError, true],
    ['The Space went to sleep due to inactivity', SpaceSleepingError, true],
    ['Your Space is building', SpaceBuildingError, true],
    ['Preparing Space', SpaceBuildingError, true],
    ['The Space is starting', SpaceBuildingError, true],
  ])('503 "%s"', async (text, errorClass, retryable) => {
    for (const answer of [body(503, text), html(503, `<html><title>${text}</title></html>`)]) {
      const { error } = await refusal(answer);
      expect(error).toBeInstanceOf(errorClass);
      expect(error).toMatchObject({ code: 'unavailable', status: 503, billed: 'no', retryable });
    }
  });

  it.each(['Runtime error: CUDA', 'The worker was stopped', 'build_error_handler'])('502 "%s" is no state of the Space: the job may run', async (text) => {
    const { error } = await refusal(body(502, text));
    expect(Reflect.get(Object(error), 'constructor')).toBe(UnavailableError);
    expect(error).toMatchObject({ billed: 'maybe' });
  });

  it.each([
    [503, 'no'],
    [502, 'maybe'],
    [504, 'maybe'],
  ])('%d without known words', async (status, billed) => {
    const { error } = await refusal(html(status, `<html><title>${status.toString()}</title>${'x'.repeat(200_000)}</html>`));
    expect(error).toMatchObject({ code: 'unavailable', status, billed, retryable: true });
  });

  it.each([
    [{ 'retry-after': '30' }, 30_000],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT' }, 60_000],
    [{ 'retry-after': 'Thu, 01 Jan 2015 00:01:00 GMT' }, 0],
    [{ 'retry-after': '-5' }, undefined],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '864000' }, 604_800_000],
    [{ ratelimit: '"api";r=0;t=55' }, 55_000],
    [{}, undefined],
  ])('429 with %j: come back in %s ms', async (headers, retryAfterMs) => {
    const space = await startScriptedSpace({ start: body(429, 'We had to rate limit your IP.', headers) });
    const { error } = await collect(openClient(space, { clock: new ManualClock() }).submit());
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ status: 429, retryable: true, billed: 'no' });
    expect(Reflect.get(error instanceof Error ? error : {}, 'retryAfterMs')).toBe(retryAfterMs);
  });

  it('keeps a megabyte of terminal sequences out of the message', async () => {
    const { message } = await refusal(body(503, `\u001B[2J${'y\u001B[31m'.repeat(200_000)}`));
    expect(message).not.toContain('\u001B');
    expect(message.length).toBeLessThan(400);
  });
});
