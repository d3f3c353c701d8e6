import { propertyOf } from '@hypotez/provider-core';
import { fork } from 'node:child_process';
import type { Task } from '../child/task.ts';
import type { Observation } from '../judgement/observation.ts';
import { isReport, type Report } from '../judgement/report.ts';

/** A process that is being watched; it is killed in the end. */
export interface WatchedChild extends AsyncDisposable {
  /** Settles when the subject is loaded, or the process is gone. */
  readonly ready: Promise<void>;
  /** Settles when the process has reported, or is gone. */
  readonly ended: Promise<void>;
  /** Settles when the process is gone. */
  readonly died: Promise<void>;
  seen(): Pick<Observation, 'report' | 'death' | 'peakBytes'>;
}

/**
 * Starts a process for a task.
 *
 * @param onBetween called between two runs of one process; then it goes on.
 */
export function watchChild(program: string, task: Task, onBetween: () => void): WatchedChild {
  const child = fork(program, [JSON.stringify(task)], { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  let report: Report | undefined;
  let death: string | undefined;
  let peakBytes = 0;
  const [ready, ended, died] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  child.on('message', (message: unknown) => {
    const peak = propertyOf(message, 'peakBytes');
    if (typeof peak === 'number') peakBytes = Math.max(peakBytes, peak);
    if (isReport(message)) {
      report = message;
      ended.resolve(undefined);
    } else if (propertyOf(message, 'isReady') === true) ready.resolve(undefined);
    else if (propertyOf(message, 'isBetween') === true) {
      onBetween();
      child.send({ goOn: true });
    }
  });
  child.once('exit', (code, signal) => {
    death = signal ?? `exit ${String(code)}`;
    for (const promise of [ready, ended, died]) promise.resolve(undefined);
  });
  return {
    ready: ready.promise,
    ended: ended.promise,
    died: died.promise,
    seen: () => ({ report, death, peakBytes }),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await died.promise;
    },
  };
}
