import { QuotaExceededError, RateLimitError, UnavailableError, type ResponseError } from '@hypotez/provider-core';
import { GpuTaskAbortedError } from './gpu-task-aborted-error.ts';
import { IllegalDurationError } from './illegal-duration-error.ts';
import { NoGpuError } from './no-gpu-error.ts';
import { parseWait } from './parse-wait.ts';

/** One kind of message that ZeroGPU sends through a Space, and the error that it means. */
interface Rule {
  readonly text: RegExp;
  readonly toError: (message: string) => ResponseError;
}

/**
 * The messages of Hugging Face's `spaces` package, all generations from 2024 to 2026. The order matters: the title
 * "quota exceeded" also stands over "No GPU was available".
 */
const RULES: readonly Rule[] = [
  { text: /requested GPU duration .* is larger than the maximum allowed/iu, toError: (message) => new IllegalDurationError(message) },
  { text: /no GPU was available/iu, toError: (message) => new NoGpuError(message, { retryAfterMs: parseWait(message) }) },
  { text: /too many ZeroGPU credits allocated/iu, toError: (message) => new RateLimitError(message) },
  { text: /expired ZeroGPU proxy token|ZeroGPU API \/?schedule error|internal Gradio error/iu, toError: (message) => new UnavailableError(message) },
  { text: /GPU task aborted/iu, toError: (message) => new GpuTaskAbortedError(message) },
  { text: /exceeded your .*(?:quota|runs limit)|out of daily ZeroGPU quota|reached its GPU limit/iu, toError: quotaError },
];

/** Titles of newer generations, for messages that match no rule. */
const TITLES: readonly Rule[] = [
  { text: /ZeroGPU quota exceeded/iu, toError: quotaError },
  { text: /ZeroGPU illegal duration/iu, toError: (message) => new IllegalDurationError(message) },
  { text: /ZeroGPU queue timeout/iu, toError: (message) => new NoGpuError(message) },
  { text: /ZeroGPU worker error/iu, toError: (message) => new GpuTaskAbortedError(`The Space's GPU worker failed: ${message}`) },
  { text: /ZeroGPU client error/iu, toError: (message) => new UnavailableError(message) },
];

/** Makes the typed error for a message of ZeroGPU; `undefined` when it is not one. Takes plain text. */
export function zeroGpuError(message: string, title = ''): ResponseError | undefined {
  const rule = RULES.find(({ text }) => text.test(message)) ?? TITLES.find(({ text }) => text.test(title));
  return rule?.toError(message);
}

function quotaError(message: string): QuotaExceededError {
  // Early in 2024 the two figures stood in the other order.
  const [, requested, left] = /(\d+)s requested vs\. (-?\d+)s left/iu.exec(message) ?? [];
  const [, leftFirst, requestedLast] = /(-?\d+)s left vs\. (\d+)s requested/iu.exec(message) ?? [];
  return new QuotaExceededError(message, {
    requestedSeconds: toNumber(requested ?? requestedLast),
    leftSeconds: toNumber(left ?? leftFirst),
    retryAfterMs: parseWait(message),
  });
}

function toNumber(digits: string | undefined): number | undefined {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : undefined;
}
