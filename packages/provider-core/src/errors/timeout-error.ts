import type { ErrorCode } from './error-code.ts';
import { ProviderError, type ProviderErrorOptions } from './provider-error.ts';

/** Which of the timers ran out: those of `Timeouts`, and `throughput` where an image comes too slowly. */
export type TimeoutPhase = 'connect' | 'headers' | 'first-event' | 'idle' | 'progress' | 'total' | 'throughput';

const EXPLANATIONS: Record<TimeoutPhase, string> = {
  connect: 'no connection was made',
  headers: 'the server did not begin to answer',
  'first-event': 'the stream brought no event',
  idle: 'the server fell silent in the middle of its answer',
  progress: 'the server only kept the connection alive, the job did not move',
  total: 'the run did not end',
  throughput: 'the answer came too slowly',
};

/** A timer ran out. */
export class TimeoutError extends ProviderError {
  static override readonly brand: string = 'TimeoutError';
  static override readonly code: ErrorCode = 'timeout';
  static override readonly retryable: boolean = true;

  /** Which of the timers ran out. */
  readonly phase: TimeoutPhase;
  /** How long it waited, in milliseconds. */
  readonly timeoutMs: number;

  constructor(phase: TimeoutPhase, timeoutMs: number, options?: ProviderErrorOptions) {
    super(`Gave up after ${Number((timeoutMs / 1000).toPrecision(3))} s: ${EXPLANATIONS[phase]}.`, options);
    this.phase = phase;
    this.timeoutMs = timeoutMs;
  }
}
