import { QuotaExceededError, RateLimitError, ResponseError, UnavailableError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { GpuTaskAbortedError } from './gpu-task-aborted-error.ts';
import { IllegalDurationError } from './illegal-duration-error.ts';
import { jobError } from './job-error.ts';
import { NoGpuError } from './no-gpu-error.ts';
import { zeroGpuError } from './zero-gpu-error.ts';

const STYLE = 'style="white-space: nowrap;text-underline-offset: 2px;color: var(--body-text-color)"';
const JOIN = `<a ${STYLE} href="https://huggingface.co/join">Create a free account</a>`;
const SUBSCRIBE = `<a ${STYLE} href="https://huggingface.co/settings/billing/subscription">Subscribe to Pro</a>`;
const QUOTA = 'ZeroGPU quota exceeded';

interface QuotaCase {
  readonly text: string;
  readonly title?: string;
  readonly requested?: number;
  readonly left?: number;
  readonly waitMs?: number;
  /** The message as it must read; default the text itself. */
  readonly message?: string;
}

const QUOTA_CASES: readonly QuotaCase[] = [
  { text: 'You have exceeded your GPU quota (46s left vs. 60s requested). Sign-up on Hugging Face to get more quotas or retry in 0:09:48.', requested: 60, left: 46, waitMs: 588_000 },
  { text: 'You have exceeded your GPU quota (46s left vs. 60s requested). Please retry in 0:00:56', requested: 60, left: 46, waitMs: 56_000 },
  { text: 'You have exceeded your GPU quota (-3s left vs. 60s requested). Please try again in 2 days.', requested: 60, left: -3, waitMs: 172_800_000 },
  {
    text: `You have exceeded your GPU quota (60s requested vs. 56s left). ${JOIN} to get more usage quota.`,
    message: 'You have exceeded your GPU quota (60s requested vs. 56s left). Create a free account to get more usage quota.',
    requested: 60, left: 56,
  },
  {
    text: `You have exceeded your free GPU quota (60s requested vs. 56s left). ${SUBSCRIBE} to get 5x more usage quota.`,
    message: 'You have exceeded your free GPU quota (60s requested vs. 56s left). Subscribe to Pro to get 5x more usage quota.',
    requested: 60, left: 56,
  },
  { text: 'You have exceeded your Pro GPU quota (60s requested vs. 0s left). Try again in 0:12:03', requested: 60, left: 0, waitMs: 723_000 },
  { text: 'You have exceeded your GPU quota (60s requested vs. 56s left). Create a free account to get more usage quota.', requested: 60, left: 56 },
  {
    text: 'You have exceeded your GPU quota (60s requested vs. 56s left). [Create a free account](https://huggingface.co/join) to get more usage quota.',
    message: 'You have exceeded your GPU quota (60s requested vs. 56s left). Create a free account to get more usage quota.',
    requested: 60, left: 56,
  },
  {
    text: `'You have exceeded your GPU quota (60s requested vs. 56s left). ${JOIN} to get more usage quota.'`,
    message: 'You have exceeded your GPU quota (60s requested vs. 56s left). Create a free account to get more usage quota.',
    requested: 60, left: 56,
  },
  {
    text: '"You have exceeded your GPU quota (60s requested vs. 56s left). That\'s all. Try again in 1 day, 2:03:04"',
    message: "You have exceeded your GPU quota (60s requested vs. 56s left). That's all. Try again in 1 day, 2:03:04",
    requested: 60, left: 56, waitMs: 93_784_000,
  },
  { title: QUOTA, text: 'You have exceeded your GPU quota (60s requested vs. 12s left). Try again in 0:13:21', requested: 60, left: 12, waitMs: 801_000 },
  { title: QUOTA, text: 'You have exceeded your free GPU quota (60s requested vs. 12s left). Try again in 0:00:00', requested: 60, left: 12, waitMs: 0 },
  { title: QUOTA, text: 'You have exceeded your Pro GPU quota (60s requested vs. 0s left). Try again in -1 day, 23:59:59', requested: 60, left: 0, waitMs: 0 },
  { title: QUOTA, text: 'You have exceeded your runs limit.' },
  { title: QUOTA, text: 'Unlogged user is runnning out of daily ZeroGPU quotas. Signup for free on https://huggingface.co/join' },
  {
    title: QUOTA, requested: 60, left: 0, waitMs: 83_647_000,
    text: 'You have exceeded your ZeroGPU quota (60s requested vs. 0s left). Try again in 23:14:07. Authenticate with a Hugging Face token for more quota - https://huggingface.co/settings/tokens',
  },
  {
    title: QUOTA, requested: 60, left: 0, waitMs: 83_647_000,
    text: 'You have exceeded your free ZeroGPU quota (60s requested vs. 0s left). Try again in 23:14:07. Subscribe to Hugging Face PRO to get 25 min of ZeroGPU quota a day - https://huggingface.co/subscribe/pro?from=ZeroGPU',
  },
  {
    title: QUOTA, requested: 60, left: 0, waitMs: 172_800_000,
    text: 'You have exceeded your Pro ZeroGPU quota (60s requested vs. 0s left). Try again in 2 days, 0:00:00. Add credits to keep using ZeroGPU. $1 for 10 minutes',
  },
  { title: QUOTA, text: 'You have exceeded your ZeroGPU runs limit. ', message: 'You have exceeded your ZeroGPU runs limit.' },
  { title: QUOTA, text: 'Space app has reached its GPU limit. Try re-running outside of examples if it happened after clicking one' },
  { title: QUOTA, text: 'Some wording of a later year.', message: 'ZeroGPU quota exceeded: Some wording of a later year.' },
  { text: 'YOU HAVE EXCEEDED YOUR GPU QUOTA (60S REQUESTED VS. 12S LEFT).', requested: 60, left: 12 },
];

describe('the quota messages of ZeroGPU', () => {
  it.each(QUOTA_CASES)('$title: $text', ({ text, title, requested, left, waitMs, message = text }) => {
    const error = jobError(text, title);
    expect(error).toBeInstanceOf(QuotaExceededError);
    expect(error).toMatchObject({ code: 'quota_exceeded', retryable: false, billed: 'no', message });
    expect(Reflect.get(error, 'requestedSeconds')).toBe(requested);
    expect(Reflect.get(error, 'leftSeconds')).toBe(left);
    expect(error.retryAfterMs).toBe(waitMs);
  });

  it('drops figures that are no numbers any more', () => {
    const error = jobError(`You have exceeded your GPU quota (${'9'.repeat(200)}s requested vs. ${'9'.repeat(200)}s left).`);
    expect(error).toBeInstanceOf(QuotaExceededError);
    expect(error).not.toHaveProperty('requestedSeconds');
    expect(error).not.toHaveProperty('leftSeconds');
  });
});

describe('the other messages of ZeroGPU', () => {
  it.each([
    ['The requested GPU duration (270s) is larger than the maximum allowed', 'ZeroGPU illegal duration'],
    ['The requested GPU duration (270s) is larger than the maximum allowed', undefined],
    ["'The requested GPU duration (270s) is larger than the maximum allowed'", undefined],
    ['Some wording of a later year.', 'ZeroGPU illegal duration'],
  ])('illegal duration: %s (%s)', (text, title) => {
    const error = jobError(text, title);
    expect(error).toBeInstanceOf(IllegalDurationError);
    expect(error).toMatchObject({ code: 'rejected', retryable: false, billed: 'no' });
  });

  it.each([
    [`No GPU was available after 60s. ${JOIN} to get a higher priority in ZeroGPU queues.`, 'ZeroGPU queue timeout', 'No GPU was available after 60s. Create a free account to get a higher priority in ZeroGPU queues.'],
    ['No GPU was available after 60s. Retry later', 'ZeroGPU queue timeout', undefined],
    ['No GPU was available after 60s. Try re-running outside of examples if it happened after clicking one', QUOTA, undefined],
    ['No GPU was available', 'ZeroGPU client error', undefined],
    ['Some wording of a later year.', 'ZeroGPU queue timeout', 'ZeroGPU queue timeout: Some wording of a later year.'],
  ])('no GPU: %s (%s)', (text, title, message = text) => {
    const error = jobError(text, title);
    expect(error).toBeInstanceOf(NoGpuError);
    expect(error).toMatchObject({ code: 'unavailable', retryable: true, billed: 'no', message });
  });

  it.each([
    ['Expired ZeroGPU proxy token', 'ZeroGPU client error'],
    ['Internal Gradio error', 'ZeroGPU client error'],
    ['ZeroGPU API /schedule error: 500 (Internal Server Error)', undefined],
    ['Some wording of a later year.', 'ZeroGPU client error', 'ZeroGPU client error: Some wording of a later year.'],
  ])('unavailable: %s (%s)', (text, title, message = text) => {
    const error = jobError(text, title);
    expect(error).toBeInstanceOf(UnavailableError);
    expect(error).not.toBeInstanceOf(NoGpuError);
    expect(error).toMatchObject({ retryable: true, billed: 'no', message });
  });

  it.each([
    ['GPU task aborted', 'GPU task aborted'],
    ['RuntimeError', "ZeroGPU worker error: RuntimeError"],
    ['OutOfMemoryError', "ZeroGPU worker error: OutOfMemoryError"],
  ])('worker error: %s', (text, message) => {
    const error = jobError(text, 'ZeroGPU worker error');
    expect(error).toBeInstanceOf(GpuTaskAbortedError);
    expect(error).toMatchObject({ code: 'response', billed: 'maybe', message });
  });

  it('too many credits in running tasks are a rate limit', () => {
    const text = 'You have too many ZeroGPU credits allocated to running tasks. Try again once some of those tasks have completed.';
    expect(jobError(text, 'ZeroGPU pending credits exceeded')).toBeInstanceOf(RateLimitError);
    expect(jobError(text)).toMatchObject({ code: 'rate_limit', retryable: true, billed: 'no' });
  });
});

describe('messages that are none of ZeroGPU', () => {
  it.each([
    'RuntimeError', 'OutOfMemoryError', 'CUDA out of memory', 'Unexpected end of stream', 'Connection closed by visitor while queueing',
    'You have exceeded the length of a prompt', 'GPU', 'Please try again in 0:00:10', 'the requested duration is too long', '',
  ])('%j', (text) => {
    expect(zeroGpuError(text)).toBeUndefined();
    expect(zeroGpuError(text, 'Error')).toBeUndefined();
    const error = jobError(text);
    expect(error.constructor).toBe(ResponseError);
    expect(error).toMatchObject({ code: 'response', billed: 'maybe' });
  });
});
