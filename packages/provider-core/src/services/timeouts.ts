import { checkFigures, type Figures } from './check-figures.ts';

/**
 * The six timers that see to it that every run ends, in milliseconds, each a whole number from 1 to 2147483647.
 *
 * All of them count by the clock that only goes forward. Which one ran out is the `phase` of the `TimeoutError`.
 */
export interface Timeouts {
  /** Until a connection is made, name look-up and TLS included. Default 10000. Browsers and workers do not tell; there it is part of `headersMs`. */
  readonly connectMs: number;
  /** From the connection to the head of the answer. Default 60000. */
  readonly headersMs: number;
  /** From the head of an event stream to its first event; comments are none. Default 120000. */
  readonly firstEventMs: number;
  /** Silence inside a body, not a byte. Default 60000. */
  readonly idleMs: number;
  /** Until a run says something new; signs of life and the same words again are nothing new. Default 300000. */
  readonly progressMs: number;
  /** A whole run; the `timeoutMs` of a request goes before it. Default 600000. */
  readonly totalMs: number;
}

/** The timers of who sets none. */
export const DEFAULT_TIMEOUTS: Timeouts = Object.freeze({
  connectMs: 10_000,
  headersMs: 60_000,
  firstEventMs: 120_000,
  idleMs: 60_000,
  progressMs: 300_000,
  totalMs: 600_000,
});

/** The longest that timers of JavaScript can be set to. */
export const LONGEST_TIMER_MS = 2_147_483_647;

/**
 * Fills in the timers that an application leaves open.
 *
 * @throws {ConfigurationError} for the first that is no whole number from 1 to 2147483647, or that nobody knows.
 */
export function resolveTimeouts(given: Figures<Timeouts> | undefined): Timeouts {
  return checkFigures('timeouts', DEFAULT_TIMEOUTS, given, LONGEST_TIMER_MS);
}
