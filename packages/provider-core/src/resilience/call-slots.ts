import { describeCause } from '../errors/describe-cause.ts';
import { NetworkError } from '../errors/network-error.ts';
import type { PluginEvent } from '../events/image-event.ts';
import { checkFigures } from '../services/check-figures.ts';
import type { Clock } from '../services/clock.ts';
import type { Rate } from './rate.ts';

/** The places that one provider has for calls, shared by all runs of a registry. */
export interface CallSlots {
  /**
   * Runs a call when a place is free, and gives the place back however it ends. Waiting for one shows as a `queued` progress
   * event, and ends with the signal.
   */
  run(signal: AbortSignal, start: () => AsyncGenerator<PluginEvent, void, undefined>): AsyncGenerator<PluginEvent, void, undefined>;
}

/** A rate with all its figures. */
export type FullRate = Readonly<Record<keyof Rate, number>>;

const UNLIMITED: FullRate = { concurrency: Infinity, perInterval: Infinity, intervalMs: 1000 };
/** Timers of the runtime take no more. */
const LARGEST = 2_147_483_647;

/**
 * Makes the places of one provider. The queue behind them is loaded with the first call: most registries limit nobody.
 *
 * @param subject name of the option, as the error writes it.
 * @throws {ConfigurationError} when a figure is no whole number from 1.
 */
export function createCallSlots(subject: string, rate: Rate, clock: () => Clock): CallSlots {
  const full = checkFigures(subject, UNLIMITED, rate, LARGEST);
  let queue: Promise<CallSlots> | undefined;
  return {
    async *run(signal, start) {
      queue ??= import('./call-queue.ts').then(({ createCallQueue }) => createCallQueue(full, clock()), (thrown: unknown) => {
        // The next call tries it again.
        queue = undefined;
        throw new NetworkError('The queue of the provider could not be loaded; nothing was sent.', { cause: describeCause(thrown) });
      });
      yield* (await queue).run(signal, start);
    },
  };
}
