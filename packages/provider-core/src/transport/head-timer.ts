import type { TimeoutPhase } from '../errors/timeout-error.ts';
import type { Clock } from '../services/clock.ts';
import { startPatientTimer } from '../services/patient-timer.ts';
import type { Timeouts } from '../services/timeouts.ts';

/** The timer over a request until the head of its answer has come. */
export interface HeadTimer {
  /** A request sets out: the time for its connection begins. */
  setOut(): void;
  /** There is a connection: the time for the head begins. */
  readonly onConnected: () => void;
  /** Lets go of the clock. */
  stop(): void;
}

/** Makes the timer of one request; each redirect sets out anew. */
export function startHeadTimer(clock: Clock, { connectMs, headersMs }: Pick<Timeouts, 'connectMs' | 'headersMs'>, giveUp: (phase: TimeoutPhase, timeoutMs: number) => void): HeadTimer {
  let phase: 'connect' | 'headers' = 'connect';
  let dueAt = Infinity;
  const timer = startPatientTimer(clock, () => dueAt, () => {
    giveUp(phase, phase === 'connect' ? connectMs : headersMs);
  });
  return {
    setOut: () => {
      phase = 'connect';
      dueAt = clock.now() + connectMs;
      timer.check();
    },
    onConnected: () => {
      phase = 'headers';
      dueAt = clock.now() + headersMs;
      timer.check();
    },
    stop: timer.stop,
  };
}
