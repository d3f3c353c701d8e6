import { AbortedError, createProviderContext, type Http } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { SpaceBrokenError } from '../errors/space-broken-error.ts';
import { SpaceBuildingError } from '../errors/space-building-error.ts';
import { SpacePausedError } from '../errors/space-paused-error.ts';
import { SpaceSleepingError } from '../errors/space-sleeping-error.ts';
import { stageError } from '../errors/stage-error.ts';
import { thrownBy } from '../testing/collect.ts';
import { createOfflineHttp } from '../testing/recording-http.ts';
import { isHuggingFaceSpace } from './is-hugging-face-space.ts';
import { spaceStateError } from './space-state.ts';

const SIGNAL = new AbortController().signal;

function hubSpace(http: Http, url = 'https://owner-name.hf.space') {
  return { ...createProviderContext({ http }), url };
}

describe('stageError', () => {
  it.each([
    ['PAUSED', SpacePausedError], ['STOPPED', SpacePausedError], ['DELETING', SpacePausedError],
    ['SLEEPING', SpaceSleepingError],
    ['BUILDING', SpaceBuildingError], ['APP_STARTING', SpaceBuildingError], ['RUNNING_BUILDING', SpaceBuildingError], ['RUNNING_APP_STARTING', SpaceBuildingError],
    ['NO_APP_FILE', SpaceBrokenError], ['CONFIG_ERROR', SpaceBrokenError], ['BUILD_ERROR', SpaceBrokenError], ['RUNTIME_ERROR', SpaceBrokenError],
  ])('%s', (stage, errorClass) => {
    const error = stageError(stage, 'owner-name.hf.space');
    expect(error).toBeInstanceOf(errorClass);
    expect(error?.message).toContain('owner-name.hf.space');
    expect(error?.retryable).toBe(errorClass === SpaceSleepingError || errorClass === SpaceBuildingError);
  });

  it.each(['RUNNING', '', '__proto__', 'A STAGE OF A LATER YEAR'])('%j is no error', (stage) => {
    expect(stageError(stage, 'x')).toBeUndefined();
  });
});

describe('isHuggingFaceSpace', () => {
  it.each([
    ['https://owner-name.hf.space', true],
    ['https://owner-name.hf.space/path', true],
    ['http://owner-name.hf.space', false],
    ['https://hf.space.evil.example', false],
    ['https://evil.example/.hf.space', false],
    ['https://evilhf.space', false],
    ['https://hf.space', false],
    ['http://127.0.0.1:7860', false],
  ])('%s: %s', (url, expected) => {
    expect(isHuggingFaceSpace(url)).toBe(expected);
  });
});

describe('spaceStateError', () => {
  it('asks the Hub by the name before the first dot, without a credential', async () => {
    const http = createOfflineHttp('{"runtime": {"stage": "PAUSED"}}');
    expect(await spaceStateError(hubSpace(http), SIGNAL)).toBeInstanceOf(SpacePausedError);
    expect(http.requests).toHaveLength(1);
    expect(http.requests[0]).toMatchObject({ url: 'https://huggingface.co/api/spaces/by-subdomain/owner-name' });
    expect(http.requests[0]?.credential).toBeUndefined();
  });

  it('asks nobody about a Space elsewhere', async () => {
    const http = createOfflineHttp('{"runtime": {"stage": "PAUSED"}}');
    expect(await spaceStateError(hubSpace(http, 'http://127.0.0.1:7860'), SIGNAL)).toBeUndefined();
    expect(http.requests).toEqual([]);
  });

  it.each([undefined, '{"runtime": {"stage": "RUNNING"}}', '{}', '[]', 'null', '{"runtime": {"stage": 5}}', '<html>'])('knows nothing when the Hub answers %j', async (answer) => {
    expect(await spaceStateError(hubSpace(createOfflineHttp(answer)), SIGNAL)).toBeUndefined();
  });

  it("lets the caller's abort through", async () => {
    const http: Http = { request: () => Promise.reject(new AbortedError('enough')), close: () => Promise.resolve() };
    expect(await thrownBy(spaceStateError(hubSpace(http), SIGNAL))).toBeInstanceOf(AbortedError);
  });
});
