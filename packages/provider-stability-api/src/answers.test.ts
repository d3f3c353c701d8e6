import { ModerationError, QuotaExceededError, RateLimitError, RejectedError } from '@hypotez/provider-core';
import { answer, examplePng, head, hold, json, runToEnd, type RecordedRequest, type RunOutcome, type Script } from '@hypotez/provider-testkit';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openService, providerAt } from './testing/open-service.ts';
import { picture, refusal } from './testing/stability-wire.ts';

const PROMPT = 'A lighthouse on a cliff';

/** The outcome of a run that is answered like this. */
async function answered(script: Script): Promise<RunOutcome> {
  return runToEnd(providerAt(await openService(() => script)), { prompt: PROMPT, seed: 42 });
}

describe('the picture', () => {
  it('comes inside the answer, with nothing to fetch behind it', async () => {
    const service = await openService();
    const { events, image } = await runToEnd(providerAt(service), { prompt: PROMPT, seed: 42 });
    expect(events.map(({ type }) => type)).toEqual(['progress', 'image']);
    expect(image).toMatchObject({ alt: PROMPT, provider: 'stability-api', model: 'sd3.5-large', seed: 42, warnings: [] });
    expect(image?.urls).toEqual([`data:image/png;base64,${Buffer.from(examplePng()).toString('base64')}`]);
    const [file] = (await image?.images()) ?? [];
    expect(file).toMatchObject({ mediaType: 'image/png', width: 7, height: 5 });
    expect(service.requests.length).toBe(1);
  });

  it('is what its bytes are, whatever the head calls it', async () => {
    expect((await answered(picture({ type: 'image/jpeg' }))).image?.urls[0]).toMatch(/^data:image\/png;/u);
  });

  it('has a warning when the service does not tell whether it blurred it', async () => {
    const { image, error } = await answered([answer(200, examplePng(), { 'content-type': 'image/png' })]);
    expect(error).toBeUndefined();
    expect(image?.warnings).toEqual(['The service did not tell whether it blurred the picture.']);
  });

  it('that was blurred is no picture but a moderation error, though its status is 200', async () => {
    const service = await openService(() => [head(200, { 'content-type': 'image/png', 'content-length': '1000', 'finish-reason': 'CONTENT_FILTERED' }), hold()]);
    const { images, error } = await runToEnd(providerAt(service), { prompt: PROMPT });
    expect(images).toEqual([]);
    expect(error).toBeInstanceOf(ModerationError);
    expect(error).toMatchObject({ code: 'moderation', status: 200, retryable: false, billed: 'maybe' });
    // What is blurred is not waited for.
    await service.closed();
  });

  it.each<readonly [string, Script]>([
    ['JSON', [json(200, { image: 'aGk=', finish_reason: 'SUCCESS' })]],
    ['a page', [answer(200, '<!doctype html>', { 'content-type': 'text/html' })]],
    ['text that is called a picture', [answer(200, 'no picture', { 'content-type': 'image/png', 'finish-reason': 'SUCCESS' })]],
    ['nothing', [answer(200, '', { 'content-type': 'image/png', 'finish-reason': 'SUCCESS' })]],
    ['nothing that is named', [answer(200, 'x')]],
  ])('is missed, and may have been charged, when %s comes in its place', async (_name, script) => {
    expect((await answered(script)).error).toMatchObject({ code: 'response_parse', billed: 'maybe' });
  });
});

describe('a refusal', () => {
  it.each<readonly [Script, object]>([
    [refusal(400, 'bad_request', ['prompt: is required']), { code: 'rejected', billed: 'no', status: 400 }],
    [refusal(401, 'unauthorized', ['missing or invalid api key']), { code: 'authentication', billed: 'no' }],
    [refusal(402, 'payment_required', ['You lack sufficient credits to make this request.']), { code: 'quota_exceeded', billed: 'no', retryable: false }],
    [refusal(403, 'content_moderation', ['Your request was flagged.']), { code: 'moderation', billed: 'no', status: 403 }],
    [refusal(403, 'permission_denied', ['You lack the necessary permissions.']), { code: 'authentication', billed: 'no' }],
    [refusal(413, 'payload_too_large', ['body: too large']), { code: 'too_large', billed: 'no' }],
    [refusal(422, 'invalid_language', ['English is the only supported language for this service.']), { code: 'rejected', billed: 'no' }],
    [refusal(422, 'public_figure', ['A public figure was detected.']), { code: 'moderation', billed: 'no' }],
    [refusal(429, 'rate_limit_exceeded', ['You have exceeded the rate limit.']), { code: 'rate_limit', billed: 'no', retryable: true, retryAfterMs: 60_000 }],
    [refusal(429, 'rate_limit_exceeded', ['You have exceeded the rate limit.'], { 'retry-after': '7' }), { code: 'rate_limit', retryAfterMs: 7000 }],
    [refusal(500, 'internal_error', ['An unexpected server error has occurred.']), { code: 'unavailable', billed: 'maybe' }],
  ])('%# is a typed error with what it may have cost', async (script, expected) => {
    expect((await answered(script)).error).toMatchObject({ provider: 'stability-api', ...expected });
  });

  it.each([
    [402, QuotaExceededError], [403, ModerationError], [422, RejectedError], [429, RateLimitError],
  ])('of %d has a class of its own', async (status, errorClass) => {
    expect((await answered(refusal(status, status === 403 ? 'content_moderation' : 'x', ['no']))).error).toBeInstanceOf(errorClass);
  });

  it('says in the words of the service what is wrong, without key and prompt', async () => {
    const service = await openService(({ headers }: RecordedRequest) => refusal(400, 'bad_request', [`prompt "${PROMPT}": too dull`, headers['authorization'] ?? '']));
    const { error } = await runToEnd(providerAt(service, { apiKey: 'sk-very-secret-1234' }), { prompt: PROMPT });
    expect(String(error)).toContain('too dull');
    for (const secret of ['sk-very-secret-1234', PROMPT]) expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
  });
});
