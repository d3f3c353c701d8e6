import { ProviderError, type ProviderErrorOptions } from './provider-error.ts';

/** Which of the timers ran out. */
export type TimeoutPhase = 'headers' | 'idle' | 'progress' | 'total';

const EXPLANATIONS: Record<TimeoutPhase, string> = {
  headers: 'the server did not begin to answer',
  idle: 'the server fell silent in the middle of its answer',
  progress: 'the server only kept the connection alive, the job did not move',
  total: 'the run did not end',
};

/** A timer ran out. */
export class TimeoutError extends ProviderError {
  static override readonly brand: string = 'TimeoutError';

  /** Which of the timers ran out. */
  readonly phase: TimeoutPhase;
  /** How long it waited, in milliseconds. */
  readonly timeoutMs: number;

  constructor(phase: TimeoutPhase, timeoutMs: number, options: ProviderErrorOptions = {}) {
    const seconds = Number((timeoutMs / 1000).toPrecision(3)).toString();
    super('timeout', `Gave up after ${seconds} s: ${EXPLANATIONS[phase]}.`, { retryable: true, ...options });
    this.phase = phase;
    this.timeoutMs = timeoutMs;
  }
}
