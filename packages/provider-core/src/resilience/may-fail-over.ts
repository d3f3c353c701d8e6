import type { ErrorCode } from '../errors/error-code.ts';
import { UnsupportedOptionError } from '../errors/unsupported-option-error.ts';
import type { ProviderError } from '../errors/provider-error.ts';
import { isOwnShortage } from './own-shortage.ts';

/** What the application allows beyond what is free of risk. */
export interface FailOverRules {
  /** Whether another provider may be asked although the failed one may send a bill. Default false. */
  readonly onMaybeBilled?: boolean | undefined;
  /** Whether another provider may be asked for what the rules of one refused. Default false. */
  readonly onModeration?: boolean | undefined;
}

/** Failures that another provider would share, or that are the caller's will. */
const FINAL: ReadonlySet<ErrorCode> = new Set(['invalid_request', 'rejected', 'aborted']);

/** Decides whether another provider may be asked after this error. */
export function mayFailOver(error: ProviderError, { onMaybeBilled = false, onModeration = false }: FailOverRules = {}): boolean {
  if (error instanceof UnsupportedOptionError) return true;
  if (error.billed === 'yes' || (error.billed === 'maybe' && !onMaybeBilled)) return false;
  if (error.code === 'moderation') return onModeration;
  // Every provider would go through the same proxy, which refuses the password.
  if (error.code === 'proxy' && !error.retryable) return false;
  return !FINAL.has(error.code) && !isOwnShortage(error);
}
