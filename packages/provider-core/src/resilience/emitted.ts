/** Gives an event away; resolves when the next one is asked for, and rejects when the loop was left. */
export type Emit<Event> = (event: Event) => Promise<void>;

const LEFT = new Error('The loop was left.');

/**
 * Makes an async generator of a function that gives its events away by calls. Nothing runs ahead: the function goes on when the
 * event that it gave was taken and the next one is asked for.
 */
export async function* emitted<Event>(produce: (emit: Emit<Event>) => Promise<void>): AsyncGenerator<Event, void, undefined> {
  let taken: PromiseWithResolvers<void> | undefined;
  let isLeft = false;
  let offered: PromiseWithResolvers<{ readonly event: Event } | undefined> = offer();
  const emit: Emit<Event> = (event) => {
    if (isLeft) return Promise.reject(LEFT);
    taken = Promise.withResolvers();
    offered.resolve({ event });
    return taken.promise;
  };
  produce(emit).then(() => { offered.resolve(undefined); }, (thrown: unknown) => { offered.reject(thrown); });
  try {
    for (;;) {
      const next = await offered.promise;
      if (next === undefined) return;
      offered = offer();
      yield next.event;
      taken?.resolve();
    }
  } finally {
    isLeft = true;
    taken?.reject(LEFT);
  }
}

function offer<Offer>(): PromiseWithResolvers<Offer> {
  const offered = Promise.withResolvers<Offer>();
  // When the loop was left nobody waits for it any more.
  offered.promise.catch(() => undefined);
  return offered;
}
