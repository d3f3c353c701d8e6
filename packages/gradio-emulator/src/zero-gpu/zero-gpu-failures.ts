/** How a function fails when ZeroGPU, the shared GPUs of Hugging Face, does not serve it. */
export interface ZeroGpuFailureText {
  /** The text of the error. */
  readonly message: string;
  /** Heading; left out where ZeroGPU gives none, and by releases of Gradio that know no headings. */
  readonly title?: string;
  /** Whether it is an ordinary Python exception, whose text callers do not see. Default false. */
  readonly hidden?: boolean;
  /** A line that callers see before, as an `info` with a title. */
  readonly log?: { readonly title: string; readonly message: string };
  /** Whether it comes at half the steps, when the GPU is at work; else before the first one. Default false. */
  readonly midway?: boolean;
}

const waiting = { title: 'ZeroGPU queue', message: 'Waiting for a GPU to become available' };
const exceeding = {
  title: 'ZeroGPU duration',
  message: 'GPU task is exceeding its requested duration and might be aborted',
};
const quotaTitle = 'ZeroGPU quota exceeded';
const timeoutTitle = 'ZeroGPU queue timeout';
const clientTitle = 'ZeroGPU client error';
const workerTitle = 'ZeroGPU worker error';
const linkStyle = 'style="white-space: nowrap;text-underline-offset: 2px;color: var(--body-text-color)"';
const joinLink = `<a ${linkStyle} href="https://huggingface.co/join">Create a free account</a>`;
const proLink = `<a ${linkStyle} href="https://huggingface.co/settings/billing/subscription">Subscribe to Pro</a>`;
const tokenAdvice = 'Authenticate with a Hugging Face token for more quota - https://huggingface.co/settings/tokens';
const proAdvice =
  'Subscribe to Hugging Face PRO to get 25 min of ZeroGPU quota a day - https://huggingface.co/subscribe/pro?from=ZeroGPU';

const texts = {
  'quota-2024-spring-sign-up': {
    message:
      'You have exceeded your GPU quota (46s left vs. 60s requested). Sign-up on Hugging Face to get more quotas or retry in 0:09:48.',
  },
  'quota-2024-spring-retry': {
    message: 'You have exceeded your GPU quota (46s left vs. 60s requested). Please retry in 0:00:56',
  },
  'quota-2024-spring-days': {
    message: 'You have exceeded your GPU quota (46s left vs. 60s requested). Please try again in 2 days.',
  },
  'quota-2024-anonymous': {
    message: `You have exceeded your GPU quota (60s requested vs. 56s left). ${joinLink} to get more usage quota.`,
  },
  'quota-2024-anonymous-plain': {
    message:
      'You have exceeded your GPU quota (60s requested vs. 56s left). Create a free account to get more usage quota.',
  },
  'quota-2024-anonymous-markdown': {
    message:
      'You have exceeded your GPU quota (60s requested vs. 56s left). [Create a free account](https://huggingface.co/join) to get more usage quota.',
  },
  'quota-2024-free': {
    message: `You have exceeded your free GPU quota (60s requested vs. 56s left). ${proLink} to get 5x more usage quota.`,
  },
  'quota-2024-pro': {
    message: 'You have exceeded your Pro GPU quota (60s requested vs. 56s left). Try again in 0:12:03',
  },
  'quota-2025-anonymous': {
    title: quotaTitle,
    message: 'You have exceeded your GPU quota (60s requested vs. 12s left). Try again in 0:13:21',
  },
  'quota-2025-free': {
    title: quotaTitle,
    message: 'You have exceeded your free GPU quota (60s requested vs. 12s left). Try again in 0:13:21',
  },
  'quota-2025-pro': {
    title: quotaTitle,
    message: 'You have exceeded your Pro GPU quota (60s requested vs. 12s left). Try again in 0:13:21',
  },
  'quota-2025-mcp': {
    title: quotaTitle,
    message: 'Unlogged user is runnning out of daily ZeroGPU quotas. Signup for free on https://huggingface.co/join',
  },
  'quota-2026-anonymous': {
    title: quotaTitle,
    message: `You have exceeded your ZeroGPU quota (60s requested vs. 0s left). Try again in 23:14:07. ${tokenAdvice}`,
  },
  'quota-2026-free': {
    title: quotaTitle,
    message: `You have exceeded your free ZeroGPU quota (60s requested vs. 0s left). Try again in 23:14:07. ${proAdvice}`,
  },
  'quota-2026-pro': {
    title: quotaTitle,
    message:
      'You have exceeded your Pro ZeroGPU quota (60s requested vs. 0s left). Try again in 23:14:07. Add credits to keep using ZeroGPU. $1 for 10 minutes',
  },
  'runs-limit-2025': { title: quotaTitle, message: 'You have exceeded your runs limit.' },
  'runs-limit-2026': { title: quotaTitle, message: 'You have exceeded your ZeroGPU runs limit. ' },
  'space-gpu-limit': {
    title: quotaTitle,
    message:
      'Space app has reached its GPU limit. Try re-running outside of examples if it happened after clicking one',
  },
  'illegal-duration': {
    title: 'ZeroGPU illegal duration',
    message: 'The requested GPU duration (270s) is larger than the maximum allowed',
  },
  'no-gpu-anonymous': {
    title: timeoutTitle,
    message: `No GPU was available after 60s. ${joinLink} to get a higher priority in ZeroGPU queues.`,
    log: waiting,
  },
  'no-gpu-retry-later': { title: timeoutTitle, message: 'No GPU was available after 60s. Retry later', log: waiting },
  'no-gpu-examples': {
    title: quotaTitle,
    message: 'No GPU was available after 60s. Try re-running outside of examples if it happened after clicking one',
    log: waiting,
  },
  'no-gpu': { title: clientTitle, message: 'No GPU was available' },
  'expired-token': { title: clientTitle, message: 'Expired ZeroGPU proxy token' },
  'internal-error': { title: clientTitle, message: 'Internal Gradio error' },
  aborted: { title: workerTitle, message: 'GPU task aborted', log: exceeding, midway: true },
  'worker-runtime-error': { title: workerTitle, message: 'RuntimeError', midway: true },
  'worker-out-of-memory': { title: workerTitle, message: 'OutOfMemoryError', midway: true },
  'pending-credits': {
    title: 'ZeroGPU pending credits exceeded',
    message:
      'You have too many ZeroGPU credits allocated to running tasks. Try again once some of those tasks have completed.',
  },
  'schedule-error': { hidden: true, message: 'ZeroGPU API /schedule error: 500 (Internal Server Error)' },
  'stream-end': { hidden: true, message: 'Unexpected end of stream' },
  'visitor-left': { hidden: true, message: 'Connection closed by visitor while queueing' },
} as const satisfies Record<string, ZeroGpuFailureText>;

/** Name of a way in which ZeroGPU fails; years are those in which the wording was in use. */
export type ZeroGpuFailure = keyof typeof texts;

/** Every {@link ZeroGpuFailure}. */
export const zeroGpuFailures = Object.keys(texts) as readonly ZeroGpuFailure[];

/** The words of a failure, as the package `spaces` of Hugging Face writes them. */
export function zeroGpuFailureText(failure: ZeroGpuFailure): ZeroGpuFailureText {
  return texts[failure];
}
