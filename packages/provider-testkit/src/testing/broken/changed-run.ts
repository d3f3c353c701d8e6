import type { AsyncResult, ImageEvent } from '@hypotez/provider-core';

/** What is otherwise in a run. */
export interface Changes {
  /** What comes in the place of an event. Default: the event. */
  readonly give?: (event: ImageEvent) => readonly ImageEvent[];
  /** What is thrown in the place of something. Default: the same. */
  readonly fail?: (thrown: unknown) => unknown;
  /** What is done when the loop is left. Default: the run is left. */
  readonly leave?: () => void;
}

/**
 * Makes a run in which other things come.
 *
 * No generator around the run: that one could not be left while it waits, which would break one more promise than is meant.
 */
export function changedRun(run: AsyncResult, { give = (event) => [event], fail = (thrown) => thrown, leave }: Changes): AsyncResult {
  const ready: ImageEvent[] = [];
  const changed: AsyncResult = {
    next: async () => {
      for (;;) {
        const value = ready.shift();
        if (value !== undefined) return { done: false, value };
        const step = await run.next().catch((thrown: unknown) => {
          throw fail(thrown);
        });
        if (step.done === true) return step;
        ready.push(...give(step.value));
      }
    },
    return: async () => {
      if (leave === undefined) return run.return();
      leave();
      return { done: true, value: undefined };
    },
    throw: (error: unknown) => run.throw(error),
    [Symbol.asyncIterator]: () => changed,
    [Symbol.asyncDispose]: () => run[Symbol.asyncDispose](),
  };
  return changed;
}
