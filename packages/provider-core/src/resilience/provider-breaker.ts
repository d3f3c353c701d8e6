import { CircuitState, ConsecutiveBreaker, CountBreaker, circuitBreaker, handleWhen, type IBackoffFactory, type IBreaker } from 'cockatiel';
import type { ProviderError } from '../errors/provider-error.ts';
import type { Clock } from '../services/clock.ts';
import { saysProviderIsIll } from './says-provider-is-ill.ts';

/** So many failures in a row, and the provider is taken for dead. */
const DEAD_AFTER = 5;
/** More than this part of the last calls, and it is taken for unsteady. */
const UNSTEADY = { threshold: 0.25, size: 20, minimumNumberOfCalls: 10 };
const FIRST_REST_MS = 30_000;
const LONGEST_REST_MS = 300_000;

/** What is known of a provider from its last calls. */
export interface ProviderBreaker {
  /** `unsteady`: ask others first. `dead`: ask all others first. After a while a call in between may show that it is well again. */
  condition(): 'well' | 'unsteady' | 'dead';
  /** Counts a call that begins; the returned function says how it ended, and only its first answer counts. */
  begin(): (error?: ProviderError) => void;
}

/**
 * Makes the circuit breaker of one provider. It opens after five failures in a row, and when more than a quarter of the last
 * twenty calls failed; 30 s later, and after up to 5 minutes if that fails again, one call may try.
 *
 * It refuses nothing: it is a guess, and where nobody else can be asked the guess is put to the test. In the simulation of
 * outages a breaker that refuses failed one request in twenty while a provider was well that it took for dead.
 */
export function createProviderBreaker(clock: Clock): ProviderBreaker {
  const inARow = new ConsecutiveBreaker(DEAD_AFTER);
  const ofMany = new CountBreaker(UNSTEADY);
  let restUntil = 0;
  const breaker: IBreaker = {
    state: undefined,
    success: (state) => {
      inARow.success();
      ofMany.success(state);
    },
    // Both have to hear of it.
    failure: (state) => [inARow.failure(), ofMany.failure(state)].includes(true),
  };
  const rest = (openings: number): ReturnType<IBackoffFactory<unknown>['next']> => {
    restUntil = clock.now() + Math.min(FIRST_REST_MS * 2 ** openings, LONGEST_REST_MS);
    // cockatiel would go by the wall clock, which may jump. Whoever asks an open breaker has nobody else to ask, and may always try.
    return { duration: -Infinity, next: () => rest(openings + 1) };
  };
  const policy = circuitBreaker(handleWhen(saysProviderIsIll), { breaker, halfOpenAfter: { next: () => rest(0) } });
  return {
    condition: () => {
      // Not while one call is trying: cockatiel would let the others wait for its end.
      const mayTry = policy.state === CircuitState.Open && clock.now() >= restUntil;
      if (policy.state === CircuitState.Closed || mayTry) return 'well';
      return inARow.state >= DEAD_AFTER ? 'dead' : 'unsteady';
    },
    begin: () => {
      const { promise, resolve, reject } = Promise.withResolvers<undefined>();
      // The one who asks hears of the error elsewhere, and of an open breaker by `condition`.
      promise.catch(() => undefined);
      policy.execute(() => promise).catch(() => undefined);
      return (error) => {
        if (error === undefined) resolve(undefined);
        else reject(error);
      };
    },
  };
}
