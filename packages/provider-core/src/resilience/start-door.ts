import PQueue from 'p-queue';
import type { Clock } from '../services/clock.ts';
import { wait } from '../services/wait.ts';

/** A door through which only so many may go within a while. */
export interface StartDoor {
  /** Whether the next one may go at once. */
  isOpen(): boolean;
  /** Goes through if that is possible at once, and tells whether it was. */
  passAtOnce(): boolean;
  /** Goes through when its turn has come and one may go; rejects with the signal's reason when that comes first. */
  pass(signal: AbortSignal): Promise<void>;
}

/** Makes a door that lets `perInterval` go within any `intervalMs`, by the clock, whoever came first before the others. */
export function createStartDoor(perInterval: number, intervalMs: number, clock: Clock): StartDoor {
  /** When the last ones went, the oldest first. */
  const starts: number[] = [];
  const line = new PQueue({ concurrency: 1 });
  const restMs = (): number => {
    const [oldest = 0] = starts;
    return starts.length < perInterval ? 0 : Math.max(oldest + intervalMs - clock.now(), 0);
  };
  const isOpen = (): boolean => line.pending === 0 && restMs() === 0;
  const go = (): void => {
    starts.push(clock.now());
    if (starts.length > perInterval) starts.shift();
  };
  return {
    isOpen,
    passAtOnce: () => {
      if (!isOpen()) return false;
      go();
      return true;
    },
    pass: (signal) => line.add(async () => {
      for (let rest = restMs(); rest > 0; rest = restMs()) await wait(clock, rest, signal);
      go();
    }, { signal }),
  };
}
