/** Measures time without what the machine gave to others. */
export interface Stopwatch {
  /** Milliseconds since the start. */
  stop(): number;
}

/**
 * Starts a stopwatch. The loop of events is kept turning meanwhile, so that the process has work all the time, be it for the sake
 * of a timer that it waits for: processor time is then what the clock would say on a machine that does nothing else.
 */
export function startStopwatch(): Stopwatch {
  const startedAt = performance.now();
  const { user, system } = process.cpuUsage();
  let isRunning = true;
  const turn = (): void => {
    if (isRunning) setImmediate(turn);
  };
  turn();
  return {
    stop: () => {
      isRunning = false;
      const used = process.cpuUsage();
      return Math.min(performance.now() - startedAt, (used.user - user + used.system - system) / 1000);
    },
  };
}
