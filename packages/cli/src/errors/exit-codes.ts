import type { ErrorCode } from '@hypotez/provider-core';

/** Exit codes of what goes wrong in the command itself. 64, 66, 70 and 73 are those of sysexits.h, 128 + n those of signals. */
export const OWN_EXIT_CODES = {
  /** The command line cannot be understood. */
  usage: 64,
  /** A file that was named cannot be read. */
  input: 66,
  /** A mistake in this program. */
  internal: 70,
  /** The picture cannot be written. */
  output: 73,
  /** Ctrl-C. */
  interrupted: 130,
  /** The reader of stdout went away, as SIGPIPE would tell. */
  pipeClosed: 141,
  /** SIGTERM. */
  terminated: 143,
} as const;

/** Exit code of each reason for which a run can fail; published in the README, so they never change. */
export const EXIT_CODES: Readonly<Record<ErrorCode, number>> = {
  // The request is made of the command line alone, so a wrong one is wrong usage.
  invalid_request: OWN_EXIT_CODES.usage,
  invalid_configuration: 10,
  model_not_found: 11,
  authentication: 20,
  not_found: 21,
  rate_limit: 22,
  quota_exceeded: 23,
  moderation: 24,
  unavailable: 25,
  rejected: 26,
  response: 27,
  job_cancelled: 28,
  job_lost: 29,
  response_parse: 30,
  protocol: 31,
  network: 40,
  proxy: 41,
  timeout: 42,
  too_large: 50,
  unsafe_url: 51,
  bad_image: 52,
  missing_images: 62,
  all_providers_failed: 60,
  plugin: 61,
  aborted: OWN_EXIT_CODES.interrupted,
};
