import { NetworkError, UnavailableError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { examinationWith } from '../testing/examination.ts';
import type { FakeAnswer } from '../testing/fake-http.ts';
import { checkState } from './check-state.ts';

const HUB = 'https://huggingface.co/api/spaces/by-subdomain/owner-space';

function hub(answer: FakeAnswer | Error): ReturnType<typeof examinationWith> {
  return examinationWith({ [HUB]: answer }, { token: 'secret' });
}

describe('checkState', () => {
  it('asks the Hub, without a token', async () => {
    const examination = hub({ body: { runtime: { stage: 'RUNNING', hardware: { current: 'zero-a10g' } } } });
    expect(await checkState(examination, undefined)).toEqual({ check: 'state', status: 'ok', message: 'running on zero-a10g' });
    expect(examination.http.requests.map(({ credential }) => credential)).toEqual([undefined]);
  });

  it.each([
    ['SLEEPING', 'waking up', 'Wait a minute'],
    ['BUILDING', 'being built', 'Wait a minute'],
    ['PAUSED', 'paused', 'Ask its owner'],
    ['RUNTIME_ERROR', 'broken', 'Ask its owner'],
  ])('says what to do about %s', async (stage, message, advice) => {
    const finding = await checkState(hub({ body: { runtime: { stage } } }), undefined);
    expect(finding).toMatchObject({ status: 'broken', code: 'unavailable' });
    expect(finding.message).toContain(message);
    expect(finding.advice).toContain(advice);
  });

  it.each([
    ['nothing', { body: {} }],
    ['something else', { body: ['RUNNING'] }],
    ['404, as for private Spaces', { status: 404 }],
    ['no answer at all', new NetworkError('refused')],
  ])('breaks nothing when the Hub tells %s', async (_name, answer) => {
    expect(await checkState(hub(answer), undefined)).toMatchObject({ status: 'note' });
  });

  it("takes the Space's own word where the Hub knows no better", async () => {
    const failure = new UnavailableError('The Space is starting.');
    expect(await checkState(hub({ body: { runtime: { stage: 'RUNNING' } } }), failure)).toMatchObject({ status: 'broken', message: 'The Space is starting.' });
    expect(await checkState(hub({ body: { runtime: { stage: 'PAUSED' } } }), failure)).toMatchObject({ status: 'broken', message: expect.stringContaining('paused') as string });
  });

  it('asks the Hub about no other service', async () => {
    const examination = examinationWith({}, { url: 'http://127.0.0.1:7860' });
    expect(await checkState(examination, undefined)).toMatchObject({ status: 'ok' });
    expect(examination.http.requests).toEqual([]);
  });
});
