import { DEFAULT_TIMEOUTS, ProviderError } from '@hypotez/provider-core';
import { setTimeout as delay } from 'node:timers/promises';
import { hold } from '../../steps/hold.ts';
import { createBarrier } from '../../time/barrier.ts';
import type { ChangedAnswer } from '../answers/answers.ts';
import { firstHalf } from '../answers/first-half.ts';
import type { ConformanceCheck } from '../conformance-check.ts';
import { requireThat } from '../require-that.ts';
import { CLOCK_FACTOR, openTrial } from '../trial/open-trial.ts';

/** What is made of a service that says nothing more. */
export const stallCheck: ConformanceCheck = {
  id: 'stall',
  title: 'fails when the service falls silent',
  run: async (subject) => {
    await Promise.all((['start', 'news'] as const).map(async (part) => {
      const silence = createBarrier();
      const silent: ChangedAnswer = (healthy) => [...firstHalf(healthy), () => { silence.open(); }, hold()];
      await using trial = await openTrial(subject, { answers: { [part]: silent } });
      const outcome = trial.run();
      await Promise.race([silence.reached, outcome]);
      const isOver = (): Promise<boolean> => Promise.race([outcome.then(() => true), delay(10, false)]);
      for (let passedMs = 0; passedMs < DEFAULT_TIMEOUTS.totalMs && !(await isOver()); passedMs += DEFAULT_TIMEOUTS.idleMs) {
        trial.clock.leap(DEFAULT_TIMEOUTS.idleMs * CLOCK_FACTOR);
      }
      const { error } = await outcome;
      const advice = 'Read through context.http with generation.signal, which keeps the timers, and let their errors through.';
      requireThat(error instanceof ProviderError && error.code === 'timeout', `The silence ended in: ${error instanceof Error ? String(error) : 'an image'}`, advice);
      requireThat(error.billed !== 'no', 'The error says billed: \'no\', though the job was taken.', advice);
    }));
  },
};
