import { onTestFinished } from 'vitest';
import { createHttp } from '../transport/create-http.ts';
import type { Http } from '../transport/http.ts';
import type { ManualClock } from './manual-clock.ts';

/** A real transport that is closed when the test is over. */
export function openHttp(clock?: ManualClock): Http {
  const http = createHttp({ clock });
  onTestFinished(() => http.close());
  return http;
}

/** The error that a promise fails with; fails the test when it does not. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('It did not fail.');
    },
    (thrown: unknown) => thrown,
  );
}
