import type { Clock } from '../services/clock.ts';
import { wait } from './wait.ts';

/** A door through which only so many may go within a while. */
export interface StartWindow {
  /** Milliseconds until the next one may go. */
  restMs(): number;
  /** Goes through as soon as one may; rejects with the signal's reason when that comes first. */
  enter(signal: AbortSignal): Promise<void>;
}

/** Makes a door that lets `perInterval` go within any `intervalMs`, by the clock. */
export function createStartWindow(perInterval: number, intervalMs: number, clock: Clock): StartWindow {
  /** When the last ones went, the oldest first. */
  const starts: number[] = [];
  const restMs = (): number => {
    const [oldest = 0] = starts;
    return starts.length < perInterval ? 0 : Math.max(oldest + intervalMs - clock.now(), 0);
  };
  return {
    restMs,
    enter: async (signal) => {
      for (let rest = restMs(); rest > 0; rest = restMs()) await wait(clock, rest, signal);
      starts.push(clock.now());
      if (starts.length > perInterval) starts.shift();
    },
  };
}
