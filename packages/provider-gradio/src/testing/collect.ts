/** What came out of a run. */
export interface Outcome<Event> {
  readonly events: readonly Event[];
  /** What it threw; `undefined` when it ended well. */
  readonly error: unknown;
}

/** Reads a run to its end, good or bad. */
export async function collect<Event>(run: AsyncIterable<Event>): Promise<Outcome<Event>> {
  const events: Event[] = [];
  try {
    for await (const event of run) events.push(event);
    return { events, error: undefined };
  } catch (error) {
    return { events, error };
  }
}

/** What a promise, a run or a function throws. Fails when it throws nothing. */
export async function thrownBy(work: AsyncIterable<unknown> | Promise<unknown> | (() => unknown)): Promise<unknown> {
  try {
    if (typeof work === 'function') await work();
    else if (work instanceof Promise) await work;
    else {
      const outcome = await collect(work);
      if (outcome.error !== undefined) return outcome.error;
    }
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}
