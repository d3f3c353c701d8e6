import { NetworkError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { examinationWith } from '../testing/examination.ts';
import type { FakeAnswer } from '../testing/fake-http.ts';
import { checkToken } from './check-token.ts';

const WHOAMI = 'https://huggingface.co/api/whoami-v2';
const SERVICE = 'http://127.0.0.1:7860';

function hub(answer: FakeAnswer | Error): ReturnType<typeof examinationWith> {
  return examinationWith({ [WHOAMI]: answer }, { token: 'secret-token' });
}

describe('checkToken', () => {
  it.each([
    [{ name: 'somebody', isPro: true }, 'valid, of a PRO account'],
    [{ name: 'somebody', isPro: false }, 'valid, of a free account'],
    [{}, 'valid'],
  ])('asks the Hub that issued it, which says %j', async (body, message) => {
    const examination = hub({ body });
    expect(await checkToken(examination, undefined)).toEqual({ check: 'token', status: 'ok', message });
    expect(examination.http.requests.map(({ url, credential }) => [url, credential?.origin])).toEqual([[WHOAMI, 'https://huggingface.co']]);
  });

  it.each([401, 403])('finds one that the Hub refuses with %i', async (status) => {
    expect(await checkToken(hub({ status, body: { error: 'Invalid secret-token' } }), undefined)).toEqual({
      check: 'token',
      status: 'broken',
      message: `The token is refused (HTTP ${status}).`,
      code: 'authentication',
      advice: 'Check HF_TOKEN or --token. Make a new one at https://huggingface.co/settings/tokens.',
    });
  });

  it.each([[{ status: 500 }], [{ status: 429 }], [new NetworkError('refused')]])('says nothing of the token when the Hub fails', async (answer) => {
    expect(await checkToken(hub(answer), undefined)).toMatchObject({ status: 'note', message: expect.stringContaining('does not show') as string });
  });

  it('finds one that no header can hold, and does not repeat it', async () => {
    const finding = await checkToken(examinationWith({}, { token: 'секрет' }), undefined);
    expect(finding).toMatchObject({ status: 'broken', code: 'invalid_configuration' });
    expect(finding.message).not.toContain('секрет');
  });

  it('shows a token for another service to that service only', async () => {
    const examination = examinationWith({ [`${SERVICE}/config`]: {} }, { url: `${SERVICE}/`, token: 'secret-token' });
    expect(await checkToken(examination, undefined)).toMatchObject({ status: 'note', message: expect.stringContaining('answers without one') as string });
    expect(examination.http.requests.map(({ credential }) => credential?.origin)).toEqual([SERVICE, undefined]);
  });

  it('finds one that another service refuses', async () => {
    const examination = examinationWith({ [`${SERVICE}/config`]: { status: 404 } }, { url: SERVICE, token: 'secret-token' });
    expect(await checkToken(examination, undefined)).toMatchObject({ status: 'broken', code: 'authentication' });
  });

  it('sends nothing without a token, or with one that a run would not send', async () => {
    const examination = examinationWith({});
    expect(await checkToken(examination, undefined)).toMatchObject({ status: 'skipped' });
    expect(await checkToken(examination, 'HF_TOKEN is not sent.')).toMatchObject({ status: 'note', message: 'HF_TOKEN is not sent.' });
    expect(examination.http.requests).toEqual([]);
  });
});
