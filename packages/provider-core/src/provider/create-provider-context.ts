import { systemClock } from '../services/clock.ts';
import { systemEnvironment } from '../services/environment.ts';
import { silentLogger } from '../services/logger.ts';
import { systemRandom } from '../services/random.ts';
import { createHttp } from '../transport/create-http.ts';
import type { ProviderContext } from './provider-context.ts';

/** Makes a context without a registry: the runtime's services, each replaceable. */
export function createProviderContext(services: Partial<ProviderContext> = {}): ProviderContext {
  const { clock = systemClock, logger = silentLogger, random = systemRandom, env = systemEnvironment } = services;
  return { clock, logger, random, env, http: services.http ?? createHttp({ clock }), lifetime: services.lifetime };
}
