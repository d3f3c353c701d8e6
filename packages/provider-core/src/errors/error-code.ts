/**
 * The closed list of reasons for which a run can fail.
 *
 * A `switch` over it is exhaustive, so an application maps it to exit codes, HTTP statuses or texts once. Classes are
 * finer than codes: `QueueFullError` and `NoGpuError` of a Space are both `unavailable`.
 */
export type ErrorCode =
  | 'invalid_request'
  | 'invalid_configuration'
  | 'model_not_found'
  | 'authentication'
  | 'not_found'
  | 'rate_limit'
  | 'quota_exceeded'
  | 'moderation'
  | 'unavailable'
  | 'rejected'
  | 'response'
  | 'job_cancelled'
  | 'job_lost'
  | 'response_parse'
  | 'protocol'
  | 'network'
  | 'proxy'
  | 'timeout'
  | 'too_large'
  | 'unsafe_url'
  | 'bad_image'
  | 'aborted'
  | 'missing_images'
  | 'all_providers_failed'
  | 'plugin';

/** Whether the provider may have charged for the work: `no`, `maybe` (it was accepted, the outcome is unknown), `yes`. */
export type Billed = 'no' | 'maybe' | 'yes';
