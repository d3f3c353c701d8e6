import type { Billed, ErrorCode, RequestProblem } from '@hypotez/provider-core';
import { KEY_VARIABLES } from '../configuration/key-variables.ts';
import { describeDuration } from '../output/describe-duration.ts';
import { optionOfField } from './option-of-field.ts';

/** What the advice depends on. */
export interface FailureFacts {
  /** Milliseconds to wait, when the provider named them. */
  readonly retryAfterMs?: number | undefined;
  /** Whether the same command may succeed later. Default `true`. */
  readonly retryable?: boolean | undefined;
  /** Whether the work may have been charged. Default `no`. */
  readonly billed?: Billed | undefined;
  /** What is wrong with the request. */
  readonly problems: readonly RequestProblem[];
}

const OTHERS = 'another provider with --model or another Space with --url';
const DOCTOR = 'Run "hypotez doctor" to see whether the service has changed, and update hypotez if it has.';

const NEXT_STEPS: Readonly<Record<ErrorCode, (facts: FailureFacts) => string>> = {
  invalid_request: ({ problems }) => `Change ${optionNames(problems)}; "hypotez generate --help" lists the options.`,
  invalid_configuration: () => 'Mend the configuration file if it is named here; else check --space and --api, --url, --token and --proxy, and HYPOTEZ_URL, HF_TOKEN and HYPOTEZ_PROXY.',
  model_not_found: () => 'Choose another --model; "hypotez models" lists them.',
  authentication: () => `Give a valid key or token of this provider, with --token or ${KEY_VARIABLES.join(', ')}.`,
  not_found: () => 'Check --url; a private Space answers like this without a token (HF_TOKEN or --token).',
  rate_limit: (facts) => `${wait(facts)}, then try again.`,
  quota_exceeded: ({ retryAfterMs }) =>
    `Wait ${retryAfterMs === undefined ? 'until the quota comes back' : describeDuration(retryAfterMs)}, or use the key or token of an account that has quota left.`,
  moderation: () => 'Change the prompt.',
  unavailable: (facts) => (facts.retryable === false ? `Ask ${OTHERS}.` : `${wait(facts)}, then try again, or ask ${OTHERS}.`),
  rejected: () => `Change the options. ${DOCTOR}`,
  response: () => `Try again later. ${DOCTOR}`,
  job_cancelled: () => 'Try again: it was cancelled on the server, not here.',
  job_lost: () => 'Wait before you try again: the lost job may still be running, and another try starts a second one.',
  response_parse: () => DOCTOR,
  protocol: () => `Check that --url is a Gradio Space. ${DOCTOR}`,
  network: () => 'Check the connection, --url and --proxy; "hypotez doctor" tells how far it gets.',
  proxy: () => 'Check --proxy or HYPOTEZ_PROXY: address, user and password.',
  timeout: () => 'Try again, or allow more time with --timeout <seconds>.',
  too_large: () => 'Ask for a smaller picture with --width and --height.',
  unsafe_url: () => 'Nothing was sent there. Choose a Space that you trust with --url.',
  bad_image: () => `Try again, or ask ${OTHERS}.`,
  aborted: ({ billed = 'no' }) => (billed === 'no' ? 'No job was running.' : 'The job is being cancelled at the provider; Ctrl-C again leaves at once.'),
  missing_images: () => 'Ask for the missing pictures again; those that came are whole.',
  all_providers_failed: () => 'Try again later, or choose one provider with --model <provider>/<model>.',
  plugin: () => 'Try again; if it stays, run it with HYPOTEZ_DEBUG=1 and report what it prints.',
};

/** What the user can do about a failure, in one sentence. */
export function nextStep(code: ErrorCode, facts: FailureFacts): string {
  return NEXT_STEPS[code](facts);
}

function wait({ retryAfterMs }: FailureFacts): string {
  return retryAfterMs === undefined ? 'Wait a little' : `Wait ${describeDuration(retryAfterMs)}`;
}

function optionNames(problems: readonly RequestProblem[]): string {
  const names = problems.map(({ field }) => optionOfField(field));
  return [...new Set(names)].join(', ') || 'the request';
}
