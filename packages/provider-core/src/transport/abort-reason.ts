import { AbortedError } from '../errors/aborted-error.ts';
import { ProviderError } from '../errors/provider-error.ts';

/** The typed error for an aborted signal: its reason where that is one already, else an `AbortedError` around it. */
export function abortReason({ reason }: AbortSignal): ProviderError {
  // One signal may end several runs, and each of them writes its provider on the error: hence an error for each.
  if (reason instanceof AbortedError) return new AbortedError(reason.message, { cause: reason.cause });
  if (reason instanceof ProviderError) return reason;
  return new AbortedError('The run was aborted by its caller.', { cause: reason });
}
