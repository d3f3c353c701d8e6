import type { ProviderError } from '../errors/provider-error.ts';
import type { Random } from '../services/random.ts';
import { isOwnShortage } from './own-shortage.ts';

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 8000;
/** A process that has no sockets left needs a moment until some are closed. */
const SHORTAGE_DELAY_MS = 1000;

/**
 * How long to wait before the same provider is asked again, in milliseconds.
 *
 * As long as the server asks, and up to a tenth more, so that not all who were told the same come back at once. Without a word of
 * the server it is the back-off with full jitter: by chance anything up to 0.5 s, 1 s, 2 s, … 8 s.
 *
 * @param retried how often the provider was asked again before, from 0.
 */
export function retryDelay(error: ProviderError, retried: number, random: Random): number {
  const { retryAfterMs } = error;
  if (retryAfterMs !== undefined) return retryAfterMs + random.integer(0, Math.floor(retryAfterMs / 10));
  const backOff = random.integer(0, Math.min(FIRST_DELAY_MS * 2 ** retried, LONGEST_DELAY_MS));
  return isOwnShortage(error) ? SHORTAGE_DELAY_MS + backOff : backOff;
}
