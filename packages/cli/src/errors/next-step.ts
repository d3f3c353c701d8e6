import type { ErrorCode, RequestProblem } from '@hypotez/provider-core';
import { describeDuration } from '../output/describe-duration.ts';

/** What the advice depends on. */
export interface FailureFacts {
  /** Milliseconds to wait, when the provider named them. */
  readonly retryAfterMs?: number | undefined;
  /** What is wrong with the request. */
  readonly problems: readonly RequestProblem[];
}

/** Options by the name of the request's field, where the two differ. */
const OPTIONS_BY_FIELD: Readonly<Record<string, string>> = {
  prompt: 'the prompt',
  messages: 'the prompt',
  negativePrompt: '--negative',
  aspectRatio: '--aspect',
  numInferenceSteps: '--steps',
  guidanceScale: '--guidance',
  timeoutMs: '--timeout (in seconds)',
  apiKey: '--token or HF_TOKEN',
};

const NEXT_STEPS: Readonly<Record<ErrorCode, (facts: FailureFacts) => string>> = {
  invalid_request: ({ problems }) => `Change ${optionNames(problems)}; "hypotez generate --help" lists the options.`,
  invalid_configuration: () => 'Check --url and --token.',
  model_not_found: () => 'Choose another --model.',
  authentication: () => 'Set a valid token with HF_TOKEN or --token.',
  not_found: () => 'Check --url; a private Space answers like this without a token (HF_TOKEN or --token).',
  rate_limit: (facts) => `${wait(facts)} and try again.`,
  quota_exceeded: (facts) => `${wait(facts)} or set HF_TOKEN to paint on an account's own quota.`,
  moderation: () => 'Change the prompt.',
  unavailable: (facts) => `${wait(facts)} and try again.`,
  rejected: () => 'Change the options, or update hypotez: the service may have changed.',
  response: () => 'Try again later; if it stays, the service has changed or is broken.',
  job_cancelled: () => 'Try again.',
  job_lost: () => 'Try again; the job that was lost may still be running.',
  response_parse: () => 'Try again; if it stays, update hypotez.',
  protocol: () => 'Check that --url is a Gradio Space; else update hypotez.',
  network: () => 'Check the connection, or --url.',
  proxy: () => 'Check the proxy of this machine.',
  timeout: () => 'Try again, or give it longer with --timeout.',
  too_large: () => 'Ask for a smaller picture.',
  unsafe_url: () => 'Use --url with a Space that you trust.',
  bad_image: () => 'Try again; the service sent something that is no picture.',
  aborted: () => 'The job is being cancelled at the provider; Ctrl-C again does not wait for it.',
  all_providers_failed: () => 'Try again later.',
  plugin: () => 'Try again; if it stays, run with HYPOTEZ_DEBUG=1 and report what it prints.',
};

/** What the user can do about a failure, in one sentence. */
export function nextStep(code: ErrorCode, facts: FailureFacts): string {
  return NEXT_STEPS[code](facts);
}

function wait({ retryAfterMs }: FailureFacts): string {
  return retryAfterMs === undefined ? 'Wait a little' : `Wait ${describeDuration(retryAfterMs)}`;
}

function optionNames(problems: readonly RequestProblem[]): string {
  const names = problems.map(({ field }) => OPTIONS_BY_FIELD[field.split(/[.[]/u, 1)[0] ?? ''] ?? `--${field}`);
  return [...new Set(names)].join(', ') || 'the request';
}
