import { AuthenticationError, NotFoundError, ResponseError, UnavailableError } from '@hypotez/provider-core';
import { describe, expect, it, vi } from 'vitest';
import { collect } from '../testing/collect.ts';
import { openClient } from '../testing/open-client.ts';
import { body, html, json, message, startScriptedSpace, stream, type Script } from '../testing/scripted-space.ts';
import { loadExplanations } from './load-explanations.ts';
import { QueueFullError } from './queue-full-error.ts';

// A web page that was opened before its server got a newer build: the file with the old name is gone.
vi.mock('../on-demand.ts', () => {
  throw new TypeError('Failed to fetch dynamically imported module');
});

async function failure(script: Script) {
  const space = await startScriptedSpace(script);
  return (await collect(openClient(space).submit())).error;
}

describe('without the explanations', () => {
  it('nothing is thrown for them', async () => {
    expect(await loadExplanations()).toBeUndefined();
  });

  it('a full queue is known all the same', async () => {
    const error = await failure({ start: json(503, { detail: 'Queue is full. Max size is 1 and size is 1.' }, { 'retry-after': '3' }) });
    expect(error).toBeInstanceOf(QueueFullError);
    expect(error).toMatchObject({ code: 'unavailable', status: 503, billed: 'no', retryable: true, retryAfterMs: 3000 });
  });

  it.each([
    ['a page with 404', html(404, '<html><title>404</title></html>'), NotFoundError, { status: 404, billed: 'no' }],
    ['a page with 401', html(401, '<html>'), AuthenticationError, { status: 401, billed: 'no' }],
    ['a paused Space', body(503, 'The space is paused'), UnavailableError, { status: 503, billed: 'no', retryable: true }],
    ['a broken gateway', body(502, 'no'), UnavailableError, { status: 502, billed: 'maybe' }],
    ['an unknown function', body(500, 'Internal Server Error'), ResponseError, { status: 500, billed: 'maybe' }],
  ] as const)('%s is what its status says', async (_name, start, errorClass, fields) => {
    const error = await failure({ start });
    expect(Reflect.get(Object(error), 'constructor')).toBe(errorClass);
    expect(error).toMatchObject(fields);
  });

  it('a failed job has the words of the Space, and may have cost something', async () => {
    const output = { error: '<b>You</b> have exceeded your GPU quota (60s requested vs. 12s left).', title: 'ZeroGPU quota exceeded' };
    const error = await failure({ stream: stream(message('process_completed', { output, success: false })) });
    expect(Reflect.get(Object(error), 'constructor')).toBe(ResponseError);
    expect(error).toMatchObject({
      code: 'response', billed: 'maybe', retryable: false,
      message: 'The Space says (ZeroGPU quota exceeded): You have exceeded your GPU quota (60s requested vs. 12s left).',
    });
  });
});
