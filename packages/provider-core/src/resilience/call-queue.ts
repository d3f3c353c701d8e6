import PQueue from 'p-queue';
import { AbortedError } from '../errors/aborted-error.ts';
import type { Clock } from '../services/clock.ts';
import { linkAbort } from '../services/link-abort.ts';
import type { CallSlots, FullRate } from './call-slots.ts';
import { createStartDoor } from './start-door.ts';

const OVER = new AbortedError('The call is over.');

/**
 * Makes the queue in which calls of one provider wait for a place. p-queue keeps order and number; the interval is ours, since
 * p-queue's goes by the wall clock, which may jump, and by timers of its own.
 */
export function createCallQueue({ concurrency, perInterval, intervalMs }: FullRate, clock: Clock): CallSlots {
  const places = new PQueue({ concurrency });
  const door = perInterval === Infinity ? undefined : createStartDoor(perInterval, intervalMs, clock);
  /** Calls that have no place yet. */
  const waiting = new Set<object>();
  const hasToWait = (): boolean => places.pending >= concurrency || door?.isOpen() === false;
  return {
    async *run(signal, start) {
      const call = linkAbort(signal);
      const begun = Promise.withResolvers<undefined>();
      // Nobody waits for it any more when the run was left.
      begun.promise.catch(() => undefined);
      const queuePosition = hasToWait() ? waiting.size : undefined;
      waiting.add(call);
      const place = async (): Promise<void> => {
        if (door !== undefined && !door.passAtOnce()) await door.pass(call.signal);
        waiting.delete(call);
        begun.resolve(undefined);
        // p-queue takes the place back when the call's signal aborts, which it does however the call ends.
        await new Promise(() => undefined);
      };
      places.add(place, { signal: call.signal }).catch(begun.reject);
      try {
        if (queuePosition !== undefined) yield { type: 'progress', stage: 'queued', queuePosition };
        await begun.promise;
        yield* start();
      } finally {
        waiting.delete(call);
        call.abort(OVER);
        call.release();
      }
    },
  };
}
