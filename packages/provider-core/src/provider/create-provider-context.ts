import { cleanLogger } from '../services/clean-logger.ts';
import { systemClock } from '../services/clock.ts';
import { systemEnvironment } from '../services/environment.ts';
import { silentLogger } from '../services/logger.ts';
import { systemRandom } from '../services/random.ts';
import { resolveTimeouts } from '../services/timeouts.ts';
import { createHttp, type HttpOptions } from '../transport/create-http.ts';
import type { ProviderContext } from './provider-context.ts';

/** What a context is made of. */
export interface ProviderContextOptions extends Partial<Omit<ProviderContext, 'timeouts'>>, Pick<HttpOptions, 'timeouts' | 'limits'> {}

/**
 * Makes a context without a registry: the runtime's services, each replaceable.
 *
 * `timeouts` and `limits` hold for the transport that it makes; one that it is given has its own.
 *
 * @throws {ConfigurationError} when one of the timeouts or limits is no figure that can be kept.
 */
export function createProviderContext(options: ProviderContextOptions = {}): ProviderContext {
  const { clock = systemClock, logger, random = systemRandom, env = systemEnvironment, limits, lifetime, slots } = options;
  const timeouts = resolveTimeouts(options.timeouts);
  return { clock, logger: logger === undefined ? silentLogger : cleanLogger(logger), random, env, timeouts, http: options.http ?? createHttp({ clock, timeouts, limits }), lifetime, slots };
}
