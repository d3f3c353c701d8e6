import type { ProviderError } from '../errors/provider-error.ts';
import type { ProviderContext } from '../provider/provider-context.ts';
import { coolDown } from './cool-down.ts';
import { createProviderBreaker, type ProviderBreaker } from './provider-breaker.ts';
import { createRetryBudget } from './retry-budget.ts';

/**
 * Takes the end of a call; only the first answer counts.
 *
 * @param error why it failed, if it did.
 * @param isOwnKey whether the credential came with the request.
 */
export type EndOfCall = (error?: ProviderError, isOwnKey?: boolean) => void;

/** What a registry knows of one provider, over all runs. */
export interface ProviderHealth {
  /** `well`: may be asked. `unsteady`: others first. `dead`: all others first. `resting`: is not asked. */
  standing(): ReturnType<ProviderBreaker['condition']> | 'resting';
  /** Milliseconds of the rest that are left; `Infinity` for good. */
  restMs(): number;
  /** The failure that the rest is for. */
  readonly lastError: ProviderError | undefined;
  /** Counts a call that begins, a retry or not. */
  begin(isRetry: boolean): EndOfCall;
  /** Takes a retry out of the provider's budget; `false` when there is none left. */
  withdrawRetry(): boolean;
}

/** Makes the health of a provider that nothing is known against. */
export function createProviderHealth(id: string, { clock, logger }: Pick<ProviderContext, 'clock' | 'logger'>): ProviderHealth {
  const breaker = createProviderBreaker(clock);
  const budget = createRetryBudget(clock);
  let restUntil = 0;
  let lastError: ProviderError | undefined;
  const restMs = (): number => Math.max(restUntil - clock.now(), 0);
  return {
    get lastError() {
      return lastError;
    },
    standing: () => (restMs() > 0 ? 'resting' : breaker.condition()),
    restMs,
    begin: (isRetry) => {
      if (!isRetry) budget.deposit();
      const end = breaker.begin();
      let isOver = false;
      return (error, isOwnKey = false) => {
        if (isOver) return;
        isOver = true;
        end(error);
        if (error === undefined || error.code === 'aborted') return;
        lastError = error;
        const before = restUntil;
        restUntil = Math.max(restUntil, clock.now() + coolDown(error, isOwnKey));
        if (restUntil === Infinity && before !== Infinity) logger.warn('provider refused the credential and is not asked any more', { provider: id });
      };
    },
    withdrawRetry: () => budget.withdraw(),
  };
}
