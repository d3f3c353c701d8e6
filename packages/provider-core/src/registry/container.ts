// tsyringe throws on import when the metadata API is missing, although nothing here uses decorators.
// The lite form leaves out what runtimes have had for ten years.
import 'reflect-metadata/lite';
import { container as root, instanceCachingFactory, type DependencyContainer } from 'tsyringe';

export type { DependencyContainer } from 'tsyringe';

/** The registry's part of a dependency injection container; the only place where tsyringe is seen. */
export interface Scope {
  /** Registers a factory whose product is made at the first `resolve` and kept. */
  registerOnce(token: symbol, make: () => unknown): void;
  /** The service that the application registered under the token, else `undefined`. Asked at every call. */
  service(token: symbol): unknown;
  /** What was registered with `registerOnce`. */
  resolve(token: symbol): unknown;
  /** Forgets everything that was registered here. */
  clear(): void;
}

/** Opens a scope in a child of the application's container, or of tsyringe's root. */
export function openScope(parent: DependencyContainer = root): Scope {
  const child = parent.createChildContainer();
  return {
    registerOnce: (token, make) => {
      child.register<unknown>(token, { useFactory: instanceCachingFactory(make) });
    },
    // tsyringe throws for a token that nobody registered; services have defaults instead.
    service: (token) => (parent.isRegistered<unknown>(token, true) ? parent.resolve<unknown>(token) : undefined),
    resolve: (token) => child.resolve<unknown>(token),
    clear: () => {
      child.reset();
    },
  };
}
