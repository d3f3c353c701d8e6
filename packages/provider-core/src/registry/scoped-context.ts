import { ConfigurationError } from '../errors/configuration-error.ts';
import type { ProviderContext } from '../provider/provider-context.ts';
import { cleanLogger } from '../services/clean-logger.ts';
import { systemClock, type Clock } from '../services/clock.ts';
import { systemEnvironment, type Environment } from '../services/environment.ts';
import { silentLogger, type Logger } from '../services/logger.ts';
import { systemRandom, type Random } from '../services/random.ts';
import { resolveTimeouts } from '../services/timeouts.ts';
import { createHttp } from '../transport/create-http.ts';
import type { Http } from '../transport/http.ts';
import { resolveLimits } from '../transport/limits.ts';
import type { CallSlots } from '../resilience/call-slots.ts';
import type { Scope } from './container.ts';
import type { RegistryOptions } from './registry.ts';
import { CLOCK, ENVIRONMENT, HTTP, LOGGER, RANDOM } from './service-tokens.ts';

/** A context whose services come from a container, and the transport of its own that has to be closed. */
export interface ScopedContext {
  readonly context: ProviderContext;
  /** The same for a provider that is asked only so fast. */
  readonly contextWith: (slots: CallSlots) => ProviderContext;
  /** Closes the default transport, if it was ever used. A transport of the application stays the application's. */
  readonly close: () => Promise<void>;
}

/**
 * Makes a context that asks the container at every access, so that services may be replaced before and after.
 *
 * @throws {ConfigurationError} when one of the timeouts or limits is no figure that can be kept.
 */
export function scopedContext(scope: Scope, lifetime: AbortSignal, { timeouts, limits }: Pick<RegistryOptions, 'timeouts' | 'limits'> = {}): ScopedContext {
  let defaultHttp: Http | undefined;
  // At once, and not with the first request: wrong figures are a mistake of who makes the registry.
  const figures = { timeouts: resolveTimeouts(timeouts), limits: resolveLimits(limits) };
  const contextWith = (slots?: CallSlots): ProviderContext => ({
    lifetime,
    slots,
    timeouts: figures.timeouts,
    get http() {
      return service<Http>(HTTP, ['request', 'close']) ?? (defaultHttp ??= createHttp({ clock: context.clock, ...figures }));
    },
    get logger() {
      const logger = service<Logger>(LOGGER, ['debug', 'info', 'warn', 'error']);
      return logger === undefined ? silentLogger : cleanLogger(logger);
    },
    get clock() {
      return service<Clock>(CLOCK, ['now', 'date', 'schedule']) ?? systemClock;
    },
    get random() {
      return service<Random>(RANDOM, ['uuid', 'integer']) ?? systemRandom;
    },
    get env() {
      return service<Environment>(ENVIRONMENT, []) ?? systemEnvironment;
    },
  });
  const context = contextWith();
  function service<Service extends object>(token: symbol, methods: readonly (keyof Service)[]): Service | undefined {
    const value = scope.service(token);
    if (value === undefined || hasMethods<Service>(value, methods)) return value;
    throw new ConfigurationError(`What is registered under ${String(token)} lacks one of the methods ${methods.join(', ')}.`);
  }
  return { context, contextWith, close: async () => defaultHttp?.close() };
}

/** A container is untyped, so what comes out of it is checked like everything from outside. */
function hasMethods<Service extends object>(value: unknown, methods: readonly (keyof Service)[]): value is Service {
  return typeof value === 'object' && value !== null && methods.every((method) => typeof Reflect.get(value, method) === 'function');
}
