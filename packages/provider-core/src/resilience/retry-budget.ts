import type { Clock } from '../services/clock.ts';

const WINDOW_MS = 60_000;
/** Retries that each request pays for. */
const SHARE = 0.1;
/** Retries a minute that nobody has to pay for: without them a program with few requests could never retry. */
const FREE_RETRIES = 2;

/** How many retries a provider can still be asked for. */
export interface RetryBudget {
  /** Counts a request that came to the provider for the first time. */
  deposit(): void;
  /** Takes a retry out of the budget; `false` when there is none left. */
  withdraw(): boolean;
}

/**
 * Makes the budget of one provider: a retry for every ten requests of the last minute, and two a minute in any case.
 *
 * It is what keeps many failing runs from trebling the load of a service that breaks down under it. A token bucket: requests
 * fill it, time does slowly, it holds at most what a minute may need, and retries empty it.
 */
export function createRetryBudget(clock: Clock): RetryBudget {
  let tokens = FREE_RETRIES;
  let last = clock.now();
  /** Requests of the last minute, fading out evenly. */
  let requests = 0;
  const age = (): void => {
    const now = clock.now();
    const passed = Math.min((now - last) / WINDOW_MS, 1);
    last = now;
    requests *= 1 - passed;
    tokens = Math.min(tokens + FREE_RETRIES * passed, FREE_RETRIES + SHARE * requests);
  };
  return {
    deposit: () => {
      age();
      requests += 1;
      tokens += SHARE;
    },
    withdraw: () => {
      age();
      // Tenths do not add up exactly in binary.
      if (tokens < 1 - 1e-9) return false;
      tokens -= 1;
      return true;
    },
  };
}
