import { AbortedError, NetworkError, ProxyError, TimeoutError } from '@hypotez/provider-core';
import { SpacePausedError } from '@hypotez/provider-gradio';
import { describe, expect, it } from 'vitest';
import { examinationWith } from '../testing/examination.ts';
import type { FakeAnswer } from '../testing/fake-http.ts';
import { checkSpace } from './check-space.ts';

const URL_OF_SPACE = 'https://owner-space.hf.space';

function answering(answer: FakeAnswer | Error, proxy?: string): ReturnType<typeof examinationWith> {
  return examinationWith({ [URL_OF_SPACE]: answer }, { proxy, token: 'secret' });
}

describe('checkSpace', () => {
  it.each([200, 302, 401, 404])('takes the status %i for an answer, and sends no token for it', async (status) => {
    const examination = answering({ status });
    expect(await checkSpace(examination, {})).toMatchObject({ isReached: true, space: { status: 'ok' }, proxy: { status: 'ok', message: 'none' } });
    expect(examination.http.requests[0]).toMatchObject({ url: URL_OF_SPACE, headersTimeoutMs: 1000, idleTimeoutMs: 1000, signal: examination.signal });
    expect(examination.http.requests[0]?.credential).toBeUndefined();
  });

  it('keeps the words of a server that fails', async () => {
    const { isReached, failure } = await checkSpace(answering({ status: 503, body: 'Down for today' }), {});
    expect(isReached).toBe(true);
    expect(failure).toMatchObject({ code: 'unavailable', message: expect.stringContaining('Down for today') as string });
  });

  it('understands the words of the host of a Space, of no other service', async () => {
    const paused = { [URL_OF_SPACE]: { status: 503, body: 'The space is paused, ask a maintainer to restart it' } };
    expect((await checkSpace(examinationWith(paused), {})).failure).toBeInstanceOf(SpacePausedError);
    expect((await checkSpace(examinationWith(paused, { isSpace: false }), {})).failure).not.toBeInstanceOf(SpacePausedError);
  });

  it('tells a host that does not answer from a proxy that does not', async () => {
    expect(await checkSpace(answering(new NetworkError('refused')), {})).toMatchObject({
      isReached: false, proxy: { status: 'ok' }, space: { status: 'broken', code: 'network', message: 'refused' },
    });
    expect(await checkSpace(answering(new ProxyError('refused'), 'http://proxy.example:3128'), {})).toMatchObject({
      isReached: false, proxy: { status: 'broken', code: 'proxy', advice: expect.stringContaining('--proxy') as string }, space: { status: 'skipped' },
    });
  });

  it('names the proxy without its password', async () => {
    const { proxy } = await checkSpace(answering({}, 'http://user:password@proxy.example:3128'), {});
    expect(proxy).toMatchObject({ status: 'ok', message: 'through proxy.example:3128' });
  });

  it('mentions a proxy of other programs that it does not use', async () => {
    const { proxy } = await checkSpace(answering({}), { HTTPS_PROXY: 'http://user:password@proxy.example' });
    expect(proxy).toMatchObject({ status: 'note', message: 'none: HTTPS_PROXY is set, which hypotez does not read' });
  });

  it('says how long it waited', async () => {
    const { space } = await checkSpace(answering(new TimeoutError('headers', 1000)), {});
    expect(space).toMatchObject({ status: 'broken', code: 'timeout', advice: expect.stringContaining('Nothing came for 1 s') as string });
  });

  it('ends with the command', async () => {
    await expect(checkSpace(answering(new AbortedError('Stopped.')), {})).rejects.toThrow('Stopped.');
  });
});
