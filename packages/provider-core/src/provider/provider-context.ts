import type { CallSlots } from '../resilience/call-slots.ts';
import type { Clock } from '../services/clock.ts';
import type { Environment } from '../services/environment.ts';
import type { Logger } from '../services/logger.ts';
import type { Random } from '../services/random.ts';
import type { Timeouts } from '../services/timeouts.ts';
import type { Http } from '../transport/http.ts';

/** Everything that a plugin may use of the world outside; it gets no container and reads no globals. */
export interface ProviderContext {
  /** The only way to the network. */
  readonly http: Http;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly random: Random;
  readonly env: Environment;
  /** The timers of runs; those of single requests are the transport's. */
  readonly timeouts: Timeouts;
  /** The places for calls of this provider, where a registry limits them. */
  readonly slots?: CallSlots | undefined;
  /** Ends every run when the registry that made this context is disposed. */
  readonly lifetime?: AbortSignal | undefined;
}
