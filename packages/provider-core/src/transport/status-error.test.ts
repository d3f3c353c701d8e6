import { describe, expect, it } from 'vitest';
import { AuthenticationError } from '../errors/authentication-error.ts';
import { ModerationError } from '../errors/moderation-error.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { QuotaExceededError } from '../errors/quota-exceeded-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import { RejectedError } from '../errors/rejected-error.ts';
import { ResponseError } from '../errors/response-error.ts';
import { TooLargeError } from '../errors/too-large-error.ts';
import { UnavailableError } from '../errors/unavailable-error.ts';
import { startServer } from '../testing/local-server.ts';
import { failureOf, openHttp } from '../testing/open-http.ts';
import { statusError, throwForStatus } from './status-error.ts';

const NOW = Date.UTC(2026, 0, 1);

/** The error that a server's answer leads to. */
async function errorFor(status: number, body: string, { headers = {}, billable = false }: { readonly headers?: Record<string, string>; readonly billable?: boolean } = {}): Promise<unknown> {
  const { origin } = await startServer((response) => response.writeHead(status, headers).end(body));
  const response = await openHttp().request({ url: origin });
  return failureOf(throwForStatus(response, { now: NOW, billable }));
}

describe('throwForStatus', () => {
  it.each([
    [400, RejectedError, false], [401, AuthenticationError, false], [402, QuotaExceededError, false], [403, AuthenticationError, false],
    [404, NotFoundError, false], [408, UnavailableError, true], [409, RejectedError, false], [410, NotFoundError, false], [413, TooLargeError, false],
    [418, ResponseError, false], [422, RejectedError, false], [425, UnavailableError, true], [429, RateLimitError, true], [451, ModerationError, false],
    [500, UnavailableError, true], [501, ResponseError, false], [505, ResponseError, false], [529, UnavailableError, true], [502, UnavailableError, true], [503, UnavailableError, true], [504, UnavailableError, true], [300, ResponseError, false],
  ])('makes of %i a %o', async (status, errorClass, retryable) => {
    const error = await errorFor(status, '{"error":"why"}');
    expect(error).toBeInstanceOf(errorClass);
    expect(error).toMatchObject({ status, retryable, billed: 'no', message: expect.stringMatching(new RegExp(`^127\\.0\\.0\\.1:\\d+ answered with HTTP ${status.toString()}: why$`, 'u')) as string });
  });

  it.each([[500, 'maybe'], [502, 'maybe'], [504, 'maybe'], [520, 'maybe'], [503, 'no'], [429, 'no'], [400, 'no'], [408, 'no'], [409, 'no']])(
    'says of a charged request that ended with %i that it was billed: %s',
    async (status, billed) => {
      expect(await errorFor(status, '', { billable: true })).toMatchObject({ billed, message: expect.stringMatching(/HTTP \d+\.$/u) as string });
    },
  );

  it('tells how long the server asks to wait', async () => {
    expect(await errorFor(429, '', { headers: { 'retry-after': '5' } })).toMatchObject({ retryAfterMs: 5000 });
    expect(await errorFor(503, '', { headers: { 'retry-after': new Date(NOW + 9000).toUTCString() } })).toMatchObject({ retryAfterMs: 9000 });
    expect(await errorFor(429, '', { headers: { ratelimit: '"api";r=0;t=55' } })).toMatchObject({ retryAfterMs: 55_000 });
    expect(await errorFor(429, '')).not.toHaveProperty('retryAfterMs');
  });

  it.each([
    [400, '{"error":{"code":"content_policy_violation","message":"no"}}'], [400, '{"error":{"type":"image_generation_user_error","code":"moderation_blocked"}}'],
    [400, '{"error":{"code":"contentFilter"}}'], [400, '{"error":{"code":"x","innererror":{"code":"ResponsibleAIPolicyViolation"}}}'],
    [403, '{"id":"1","name":"content_moderation","errors":["no"]}'], [422, '{"detail":[{"type":"content_policy_violation","msg":"no"}]}'], [422, '{"id":"1","name":"public_figure","errors":["no"]}'], [400, '{"error":"content_filtered"}'],
  ])('takes %i with a code of moderation for that: %s', async (status, body) => {
    expect(await errorFor(status, body)).toBeInstanceOf(ModerationError);
  });

  it.each([[429, '{"error":{"code":"insufficient_quota"}}'], [429, '{"error":{"type":"insufficient_quota"}}'], [429, '{"error":{"type":"requests","code":"insufficient_quota"}}'], [402, '']])('takes %i with %s for a used-up allowance', async (status, body) => {
    expect(await errorFor(status, body)).toBeInstanceOf(QuotaExceededError);
  });

  it.each([
    [400, '{"error":{"message":"the content_filter option is unknown","code":"unknown_option"}}', RejectedError], [400, '{"error":"Content filter"}', RejectedError],
    [500, '{"error":{"code":"content_filter"}}', UnavailableError], [300, '{"error":{"code":"content_filter"}}', ResponseError], [400, '{"error":{"code":"insufficient_quota"}}', RejectedError],
    [429, '{"error":{"code":"rate_limit_exceeded"}}', RateLimitError], [400, 'content_policy_violation', RejectedError], [503, '{"error":{"code":"content_filter"}}', UnavailableError],
  ])('reads codes, not words: %i %s', async (status, body, errorClass) => {
    expect(await errorFor(status, body)).toBeInstanceOf(errorClass);
  });

  it('knows whether the server wants another try', async () => {
    expect(await errorFor(503, '', { headers: { 'x-should-retry': 'false' } })).toMatchObject({ code: 'unavailable', retryable: false });
    expect(await errorFor(400, '', { headers: { 'x-should-retry': 'true' } })).toMatchObject({ code: 'rejected', retryable: true });
    expect(await errorFor(503, '', { headers: { 'x-should-retry': 'perhaps' } })).toMatchObject({ retryable: true });
  });

  it('reads when a limit ends only where the limit is what it is about', async () => {
    const headers = { 'x-ratelimit-reset': '5' };
    expect(await errorFor(429, '', { headers })).toMatchObject({ retryAfterMs: 5000 });
    expect(await errorFor(503, '', { headers })).not.toHaveProperty('retryAfterMs');
  });

  it.each([['req_0a1b-2.3:4', ' (request req_0a1b-2.3:4)'], ['a b', ''], ['x'.repeat(101), '']])('names the request by the id %j of the service, when it looks like one', (id, place) => {
    const { message } = statusError({ status: 500, headers: new Headers({ 'x-request-id': id }), url: 'https://example.com' }, '{"error":"why"}', { now: NOW });
    expect(message).toBe(`example.com answered with HTTP 500${place}: why`);
  });

  it('says of a request that is too large what the server says', async () => {
    expect(await errorFor(413, '{"error":"at most 4 MB"}')).toMatchObject({ status: 413, code: 'too_large', message: expect.stringMatching(/HTTP 413: at most 4 MB$/u) as string });
  });

  it('lets success pass and does not touch its body', async () => {
    const { origin } = await startServer((response) => response.end('fine'));
    const response = await openHttp().request({ url: origin });
    await throwForStatus(response, { now: NOW });
    expect(await response.text()).toBe('fine');
  });

  it('takes the title of a page, and nothing of its body', async () => {
    expect(await errorFor(403, '<!doctype html><title>Attention\n Required!</title><p>CANARY</p>')).toMatchObject({
      message: expect.stringMatching(/HTTP 403: a web page titled "Attention Required!"$/u) as string,
    });
  });

  it('repeats nothing of what was sent', async () => {
    const error = await errorFor(422, JSON.stringify({ detail: [{ loc: ['body', 'prompt'], msg: 'too long', input: 'CANARY' }] }));
    expect(error).toMatchObject({ message: expect.stringMatching(/HTTP 422: body\.prompt: too long$/u) as string });
    expect(JSON.stringify(error)).not.toContain('CANARY');
  });
});

describe('statusError', () => {
  it('names the host alone, not path and query', () => {
    const error = statusError({ status: 500, headers: new Headers(), url: 'https://example.com/secret?__sign=CANARY' }, '', { now: NOW });
    expect(error).toMatchObject({ message: 'example.com answered with HTTP 500.', billed: 'no' });
  });

  it('says what a request cost in any case, where that is known', () => {
    const known = { now: NOW, billable: true, billed: 'maybe' } as const;
    for (const status of [400, 429, 500, 503]) expect(statusError({ status, headers: new Headers(), url: 'https://example.com' }, '', known).billed).toBe('maybe');
  });
});
