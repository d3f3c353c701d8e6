import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../testing/manual-clock.ts';
import { createRetryBudget, type RetryBudget } from './retry-budget.ts';

const deposit = (budget: RetryBudget, requests: number): void => { for (let request = 0; request < requests; request += 1) budget.deposit(); };
/** How many retries can be taken out at once. */
const left = (budget: RetryBudget): number => {
  let count = 0;
  while (budget.withdraw()) count += 1;
  return count;
};

describe('the budget of retries', () => {
  it('holds two at first, and one more for every ten requests', () => {
    expect(left(createRetryBudget(new ManualClock()))).toBe(2);
    const budget = createRetryBudget(new ManualClock());
    deposit(budget, 100);
    expect(left(budget)).toBe(12);
  });

  it('is empty until it is earned again, by requests or by time', () => {
    const clock = new ManualClock();
    const budget = createRetryBudget(clock);
    left(budget);
    deposit(budget, 9);
    expect(budget.withdraw()).toBe(false);
    budget.deposit();
    expect(budget.withdraw()).toBe(true);
    clock.advance(29_999);
    expect(budget.withdraw()).toBe(false);
    clock.advance(1);
    expect(budget.withdraw()).toBe(true);
  });

  it('forgets requests that are more than a minute old', () => {
    const clock = new ManualClock();
    const budget = createRetryBudget(clock);
    deposit(budget, 1000);
    clock.advance(60_000);
    expect(left(budget)).toBe(2);
  });

  it('never gives more than a tenth of the requests and two a minute', () => {
    const steps = fc.array(fc.oneof(fc.constant('request'), fc.constant('retry'), fc.integer({ min: 1, max: 90_000 })), { maxLength: 300 });
    fc.assert(fc.property(steps, (run) => {
      const clock = new ManualClock();
      const budget = createRetryBudget(clock);
      let [requests, retries] = [0, 0];
      for (const step of run) {
        if (typeof step === 'number') clock.advance(step);
        else if (step === 'request') {
          budget.deposit();
          requests += 1;
        } else if (budget.withdraw()) retries += 1;
        expect(retries).toBeLessThanOrEqual(0.1 * requests + 2 * (1 + clock.now() / 60_000) + 1e-6);
      }
    }));
  });
});
