import { ProviderError, propertyOf, type AsyncResult, type Timeouts } from '@hypotez/provider-core';
import { TIMER_MS, type Order, type Picture } from './subject.ts';

/** The timers of this framework, as short as those of the others; progress has to come a little later than silence. */
export function ourTimeouts({ hasShortTimers }: Order): Partial<Timeouts> {
  if (!hasShortTimers) return {};
  return { connectMs: TIMER_MS, headersMs: TIMER_MS, firstEventMs: TIMER_MS, idleMs: TIMER_MS, progressMs: TIMER_MS + 500 };
}

/** Reads a run to its end, and fetches the pictures, which is when they are looked into. */
export async function readRun(run: AsyncResult, pictures: Picture[]): Promise<undefined> {
  for await (const event of run) if (event.type === 'image') pictures.push(...(await event.images()).map(({ bytes }) => bytes));
}

/** The first event that the server must have sent: others are told before it is asked. */
export function isPreview(event: unknown): boolean {
  return propertyOf(event, 'type') === 'preview';
}

/** Whether an error is of a class of this framework. */
export function isOurError(error: unknown): boolean {
  return error instanceof ProviderError;
}
