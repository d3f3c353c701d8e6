import type { TimeoutPhase } from '../errors/timeout-error.ts';
import type { Clock } from '../services/clock.ts';
import { startPatientTimer } from '../services/patient-timer.ts';

/** What has to happen to a body within some time after its first read, whether pieces come or not. */
export interface Deadline {
  readonly phase: TimeoutPhase;
  readonly timeoutMs: number;
  /** Asked when the time is over: whether another such time may begin. Default: it may not. */
  readonly mayGoOn?: () => boolean;
}

/** The timers over the reading of one body. */
export interface BodyTimers {
  /** A read waits from now on: silence counts. */
  wait(): void;
  /** The read is answered. Silence counts only while a read waits: a slow consumer is not a silent server. */
  pause(): void;
  /** Sets a deadline beside that of silence, or takes it back. */
  expect(deadline: Deadline | undefined): void;
  /** Lets go of the clock. */
  stop(): void;
}

/** Makes the timers of one body. */
export function startBodyTimers(clock: Clock, idleMs: number, giveUp: (phase: TimeoutPhase, timeoutMs: number) => void): BodyTimers {
  let idleAt = Infinity;
  let deadline: Deadline | undefined;
  let deadlineAt = Infinity;
  const timer = startPatientTimer(clock, () => Math.min(idleAt, deadlineAt), () => {
    if (deadline === undefined || deadlineAt > idleAt) giveUp('idle', idleMs);
    else if (deadline.mayGoOn?.() === true) {
      deadlineAt += deadline.timeoutMs;
      timer.check();
    } else giveUp(deadline.phase, deadline.timeoutMs);
  });
  return {
    wait: () => {
      const now = clock.now();
      idleAt = now + idleMs;
      if (deadline !== undefined && deadlineAt === Infinity) deadlineAt = now + deadline.timeoutMs;
      timer.check();
    },
    pause: () => {
      idleAt = Infinity;
    },
    expect: (next) => {
      deadline = next;
      deadlineAt = Infinity;
    },
    stop: timer.stop,
  };
}
