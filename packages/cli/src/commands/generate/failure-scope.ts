import type { Failure } from '../../errors/failure.ts';

/** How much a failure ends: one picture, all pictures of its prompt, or the whole command. */
export type FailureScope = 'picture' | 'prompt' | 'all';

/** What every further picture would meet as well, or what must not be paid for again and again. */
const SHARED_BY_ALL: ReadonlySet<Failure['code']> = new Set([
  'usage', 'output', 'internal', 'invalid_configuration', 'model_not_found', 'authentication', 'not_found', 'rate_limit', 'quota_exceeded',
  'proxy', 'unsafe_url', 'protocol', 'plugin', 'aborted',
]);

/** How much a failure ends. What is wrong with one prompt of many need not be wrong with the next one. */
export function failureScope({ code, problems }: Failure): FailureScope {
  if (code === 'invalid_request') return problems.every(({ field }) => field === 'prompt') ? 'prompt' : 'all';
  if (code === 'rejected') return 'prompt';
  return SHARED_BY_ALL.has(code) ? 'all' : 'picture';
}
