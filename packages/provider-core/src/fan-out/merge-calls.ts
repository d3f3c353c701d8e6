import type { AsyncResult, ImageEvent } from '../events/image-event.ts';

/**
 * Calls that are under way at the same time.
 *
 * Each holds a connection for as long as it paints, and browsers have six for an origin: this leaves two to start jobs, to
 * cancel them and to fetch images.
 */
export const CALLS_AT_ONCE = 4;

/** A call of a plugin's generator that was begun. */
export interface Call {
  readonly indexes: readonly [number, ...number[]];
  readonly run: AsyncResult;
}

/** An event of one call, or its end, with an error when it failed. */
export interface CallNews {
  readonly call: Call;
  readonly event?: ImageEvent | undefined;
  readonly error?: unknown;
}

/**
 * Runs calls side by side and gives what comes of them, in the order in which it comes.
 *
 * Nothing runs ahead: every call is asked for its next event when somebody waits for one and its last one was taken, so that
 * at most one event of each call lies here. What ends the calls early is their own signal.
 *
 * @param begin starts the next call; `undefined` when there is none any more.
 */
export async function* mergeCalls(begin: () => Call | undefined): AsyncGenerator<CallNews, void, undefined> {
  const running = new Set<Call>();
  /** Calls that wait to be asked. */
  const idle: Call[] = [];
  const news: CallNews[] = [];
  let wake = (): void => undefined;
  const arrive = (item: CallNews): void => {
    news.push(item);
    wake();
  };
  const ask = (call: Call): void => {
    call.run.next().then(({ value }) => { arrive({ call, event: value ?? undefined }); }, (error: unknown) => { arrive({ call, error }); });
  };
  for (;;) {
    while (running.size < CALLS_AT_ONCE) {
      const call = begin();
      if (call === undefined) break;
      running.add(call);
      idle.push(call);
    }
    for (const call of idle.splice(0)) ask(call);
    if (running.size === 0) return;
    if (news.length === 0) await new Promise<void>((resolve) => { wake = resolve; });
    const item = news.shift();
    if (item === undefined) continue;
    if (item.event === undefined) running.delete(item.call);
    else idle.push(item.call);
    yield item;
  }
}
