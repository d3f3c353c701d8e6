import type { ProviderError } from '../errors/provider-error.ts';
import type { ProviderContext } from '../provider/provider-context.ts';
import { coolDown } from './cool-down.ts';
import { createProviderBreaker } from './provider-breaker.ts';
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
  /** `ready`: may be asked. `unsteady`: others first. `resting`: is not asked. */
  standing(): 'ready' | 'unsteady' | 'resting';
  /** Milliseconds of the rest that are left; `Infinity` for good. */
  restMs(): number;
  /** Milliseconds of it that the server itself asked for, and will be ready after. */
  toldRestMs(): number;
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
  let toldUntil = 0;
  let lastError: ProviderError | undefined;
  const toldMs = (): number => Math.max(toldUntil - clock.now(), 0);
  return {
    toldRestMs: toldMs,
    get lastError() {
      return lastError;
    },
    standing: () => {
      if (toldMs() > 0) return 'resting';
      const condition = breaker.condition();
      return condition === 'well' ? 'ready' : condition === 'dead' ? 'resting' : 'unsteady';
    },
    restMs: () => Math.max(toldMs(), breaker.restMs()),
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
        const before = toldUntil;
        toldUntil = Math.max(toldUntil, clock.now() + coolDown(error, isOwnKey));
        if (toldUntil === Infinity && before !== Infinity) logger.warn('provider refused the credential and is not asked any more', { provider: id });
      };
    },
    withdrawRetry: () => budget.withdraw(),
  };
}
