import { QuotaExceededError, RateLimitError, RejectedError, UnavailableError, type QuotaExceededErrorOptions, type ResponseError } from '@hypotez/provider-core';
import { GpuTaskAbortedError } from './gpu-task-aborted-error.ts';
import { IllegalDurationError } from './illegal-duration-error.ts';
import { NoGpuError } from './no-gpu-error.ts';
import { parseWait } from './parse-wait.ts';

/** What a message says, and the class of the error that it means. */
type Rule = readonly [says: RegExp, error: new (message: string, options?: QuotaExceededErrorOptions) => ResponseError];

/**
 * The messages and titles of Hugging Face's `spaces` package, all generations from 2024 to 2026, and one of Gradio's own: from
 * 5.39 on it compares sliders with their bounds before the function runs.
 */
const RULES: readonly Rule[] = [
  [/GPU duration .* larger than the maximum allowed|ZeroGPU illegal duration/iu, IllegalDurationError],
  [/no GPU was available|ZeroGPU queue timeout/iu, NoGpuError],
  [/too many ZeroGPU credits allocated/iu, RateLimitError],
  [/expired ZeroGPU proxy token|ZeroGPU API \/?schedule error|internal Gradio error|ZeroGPU client error/iu, UnavailableError],
  [/GPU task aborted|ZeroGPU worker error/iu, GpuTaskAbortedError],
  [/exceeded your .*(?:quota|runs limit)|out of daily ZeroGPU quota|reached its GPU limit|ZeroGPU quota exceeded/iu, QuotaExceededError],
  [/^Value .{1,40} is (?:greater than maximum|less than minimum) value /u, RejectedError],
];

/** Makes the typed error for a message of ZeroGPU; `undefined` when it is not one. Takes plain text. */
export function zeroGpuError(message: string, title = ''): ResponseError | undefined {
  const find = (text: string): Rule | undefined => RULES.find(([says]) => says.test(text));
  const byMessage = find(message);
  // The message goes first: the title "quota exceeded" also stands over "No GPU was available".
  const [, KnownError] = byMessage ?? find(title) ?? [];
  if (KnownError === undefined) return undefined;
  return new KnownError(byMessage === undefined ? `${title}: ${message}` : message, {
    // Early in 2024 the two figures stood in the other order.
    requestedSeconds: toNumber(/(\d+)s requested/iu.exec(message)?.[1]),
    leftSeconds: toNumber(/(-?\d+)s left/iu.exec(message)?.[1]),
    retryAfterMs: parseWait(message),
  });
}

function toNumber(digits: string | undefined): number | undefined {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : undefined;
}
