import { getEventListeners } from 'node:events';
// tsyringe needs what the registry loads for it.
import 'reflect-metadata/lite';
import { container as root } from 'tsyringe';
import type { ProviderPlugin } from '../provider/provider-plugin.ts';
import { createRegistry } from '../registry/create-registry.ts';
import type { Registry, RegistryOptions } from '../registry/registry.ts';
import { CLOCK, LOGGER, RANDOM } from '../registry/service-tokens.ts';
import { ManualClock } from './manual-clock.ts';

/** A registry whose time stands still, and what it leaves behind. */
export interface ExampleRegistry {
  readonly registry: Registry;
  readonly clock: ManualClock;
  /** Lines that were logged as warnings. */
  readonly warnings: readonly unknown[];
  /** The caller's signal. */
  readonly controller: AbortController;
  /** Everything that would outlive a run: timers, and listeners on the caller's signal. */
  readonly leftovers: () => { readonly timers: number; readonly listeners: number };
}

/** Makes a registry of plugins of a test. Chance gives the largest number, unless it is told otherwise. */
export function exampleRegistry(plugins: readonly ProviderPlugin[], options: RegistryOptions = {}, integer = (_min: number, max: number): number => max): ExampleRegistry {
  const clock = new ManualClock();
  const warnings: unknown[] = [];
  const ignore = (): void => undefined;
  const container = root.createChildContainer();
  container.register(CLOCK, { useValue: clock });
  container.register(RANDOM, { useValue: { uuid: () => 'x', integer } });
  container.register(LOGGER, { useValue: { debug: ignore, info: ignore, error: ignore, warn: (...line: unknown[]) => warnings.push(line) } });
  const controller = new AbortController();
  return {
    registry: createRegistry(plugins, { container, ...options }),
    clock,
    warnings,
    controller,
    leftovers: () => ({ timers: clock.pending, listeners: getEventListeners(controller.signal, 'abort').length }),
  };
}
