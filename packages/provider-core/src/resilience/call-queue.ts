import PQueue from 'p-queue';
import { AbortedError } from '../errors/aborted-error.ts';
import type { Clock } from '../services/clock.ts';
import { linkAbort } from '../services/link-abort.ts';
import type { CallSlots, FullRate } from './call-slots.ts';
import { createStartWindow } from './start-window.ts';

const OVER = new AbortedError('The call is over.');

/**
 * Makes the queue in which calls of one provider wait for a place. p-queue keeps order and number; the interval is ours, since
 * p-queue's goes by the wall clock, which may jump, and by timers of its own.
 */
export function createCallQueue({ concurrency, perInterval, intervalMs }: FullRate, clock: Clock): CallSlots {
  const places = new PQueue({ concurrency });
  // One at a time, so that whoever came first goes first.
  const door = perInterval === Infinity ? undefined : { queue: new PQueue({ concurrency: 1 }), ...createStartWindow(perInterval, intervalMs, clock) };
  let waiting = 0;
  const hasToWait = (): boolean => places.size > 0 || places.pending >= concurrency || (door !== undefined && (door.queue.pending > 0 || door.restMs() > 0));
  return {
    async *run(signal, start) {
      const call = linkAbort(signal);
      const begun = Promise.withResolvers<undefined>();
      const over = Promise.withResolvers<undefined>();
      // Nobody waits for it any more when the run was left.
      begun.promise.catch(() => undefined);
      const queuePosition = hasToWait() ? waiting : undefined;
      waiting += 1;
      const place = async (): Promise<void> => {
        await door?.queue.add(() => door.enter(call.signal), { signal: call.signal });
        begun.resolve(undefined);
        await over.promise;
      };
      places.add(place, { signal: call.signal }).catch(begun.reject);
      try {
        if (queuePosition !== undefined) yield { type: 'progress', stage: 'queued', queuePosition };
        await begun.promise.finally(() => { waiting -= 1; });
        yield* start();
      } finally {
        over.resolve(undefined);
        call.abort(OVER);
        call.release();
      }
    },
  };
}
