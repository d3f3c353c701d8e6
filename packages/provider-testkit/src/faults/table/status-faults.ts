import { answer, json } from '../../steps/answer.ts';
import { chunk, framed } from '../../steps/chunk.ts';
import { head, type HeaderFields } from '../../steps/head.ts';
import { flood } from '../../steps/flood.ts';
import { repeatEvery } from '../../steps/repeat-every.ts';
import { defineCases, type FaultRow } from '../define-cases.ts';
import type { Expectation, FaultCase } from '../fault-case.ts';

function status(row: Pick<FaultRow, 'fault' | 'title' | 'on' | 'but' | 'note' | 'variant'>, code: number, expect: FaultRow['expect'], { body = { error: { message: row.title } }, headers = {} }: { readonly body?: unknown; readonly headers?: HeaderFields } = {}): readonly FaultCase[] {
  return defineCases({ ...row, setUp: { answers: { start: () => [json(code, body, headers)] } }, expect });
}

const FREE = { billed: 'no', failedOver: true } as const satisfies Partial<Expectation>;
const FINAL = { billed: 'no', failedOver: false } as const satisfies Partial<Expectation>;
const AGAIN = { ...FREE, retried: 2 } as const;
const COSTLY = { code: 'unavailable', billed: 'maybe' } as const;
const endlessHead = head(500, { 'content-type': 'text/plain', 'transfer-encoding': 'chunked' });

/** What a service answers in the place of a picture: 14 to 30. */
export const statusFaults = [
  ...status({ fault: 14, title: 'the values are refused', variant: '400' }, 400, { code: 'rejected', ...FINAL }),
  ...status({ fault: 14, title: 'the values are refused', variant: '422' }, 422, { code: 'rejected', ...FINAL }),
  ...status({ fault: 15, title: 'the prompt breaks the rules', variant: '451' }, 451, { code: 'moderation', ...FINAL }),
  ...status({ fault: 15, title: 'the prompt breaks the rules', variant: '400', on: ['buffered', 'stream'] }, 400, { code: 'moderation', ...FINAL }, { body: { error: { code: 'content_policy_violation', message: 'no' } } }),
  ...status({ fault: 16, title: 'the credential is refused', variant: '401' }, 401, { code: 'authentication', ...FREE }),
  ...status({ fault: 16, title: 'the credential is refused', variant: '403' }, 403, { code: 'authentication', ...FREE }),
  ...status({ fault: 17, title: 'the allowance is used up', variant: '402' }, 402, { code: 'quota_exceeded', ...FREE }),
  ...status({ fault: 17, title: 'the allowance is used up', variant: '429', on: ['buffered', 'stream'] }, 429, { code: 'quota_exceeded', ...FREE }, { body: { error: { code: 'insufficient_quota', message: 'no' } } }),
  ...status({ fault: 18, title: 'there is no such model' }, 404, { code: 'not_found', ...FREE }),
  ...status({ fault: 19, title: 'the service waited too long for the request' }, 408, { code: 'unavailable', ...AGAIN }),
  ...status({ fault: 20, title: 'the job is in conflict with another one' }, 409, { code: 'rejected', ...FINAL }),
  ...status({ fault: 21, title: 'the request is too large' }, 413, { code: 'too_large', ...FREE }),
  ...status({ fault: 22, title: 'the request came too early' }, 425, { code: 'unavailable', ...AGAIN }),
  ...status({ fault: 23, title: 'too many requests' }, 429, { code: 'rate_limit', ...AGAIN }),
  ...defineCases({
    fault: 24, title: 'too many requests, wait five seconds',
    setUp: { company: 'alone', clockFactor: 10, answers: { start: ({ attempt, healthy }) => (attempt === 1 ? [answer(429, '', { 'retry-after': '5' })] : healthy) } },
    expect: { code: 'success', retried: 1, waitedMs: [5000, 9000], maxMs: 2000 },
    note: 'waited 5 to 5.5 s; the way there and back takes ten times as long on this clock',
  }),
  ...['86400', '1e9', '-5', 'soon', 'Wed, 21 Oct 2015 07:28:00 GMT'].flatMap((value, index) => {
    const isLong = value === '86400';
    return status({ fault: 25, title: `too many requests, wait "${value}"`, variant: (index + 1).toString(), ...(index > 0 ? { on: ['buffered' as const] } : {}) }, 429,
      { code: 'rate_limit', ...FREE, retried: isLong ? 0 : 2 }, { headers: { 'retry-after': value } });
  }),
  ...[500, 502, 504].flatMap((code) => status({ fault: 26, title: 'the service broke', variant: code.toString() }, code, COSTLY)),
  ...status({ fault: 27, title: 'the service is not available' }, 503, { code: 'unavailable', ...AGAIN }),
  ...defineCases({ fault: 28, title: 'an error whose text never ends', variant: 'flood', setUp: { answers: { start: () => [endlessHead, flood(framed('x'.repeat(16_384)))] } }, expect: COSTLY }),
  ...defineCases({
    fault: 28, title: 'an error whose text never ends', variant: 'drip',
    setUp: { clockFactor: 20, answers: { start: () => [endlessHead, repeatEvery(10, chunk('x'))] } }, expect: COSTLY,
  }),
  ...[301, 302, 303, 307, 308].flatMap((code) => defineCases({
    fault: 29, title: 'the job is sent on to another host', variant: code.toString(), ...(code === 307 ? {} : { on: ['buffered' as const] }),
    // The same machine by another name is another origin, and what reaches it is seen.
    setUp: { answers: { start: ({ server }) => [answer(code, '', { location: `http://localhost:${server.port.toString()}/stolen` })] } },
    expect: { code: 'unsafe_url', ...FREE },
  })),
  ...defineCases({
    fault: 30, title: 'redirects in a circle',
    setUp: { answers: { start: ({ request }) => [answer(307, '', { location: request.path })] } },
    expect: { code: 'protocol', ...FREE, requestsSeen: 6 },
  }),
];
