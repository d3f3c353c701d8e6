import { sealError } from '../errors/seal-error.ts';
import type { AsyncResult, ImageEvent, PluginEvent } from '../events/image-event.ts';
import { ImageProgress } from '../events/image-progress.ts';
import type { Clock } from '../services/clock.ts';
import { linkAbort } from '../services/link-abort.ts';
import { AbortedError } from '../errors/aborted-error.ts';
import { PluginError } from '../errors/plugin-error.ts';
import type { ProviderError } from '../errors/provider-error.ts';
import { propertyOf } from '../json/property-of.ts';
import { abortReason } from '../transport/abort-reason.ts';
import { Bill, billOf, putOnBill } from '../services/bill.ts';
import { startRunTimers, type RunTimers } from './run-timers.ts';
import { textsIn } from './texts-in-request.ts';

/** What a run does, once it is known. */
export interface RunPlan {
  /** Longest time of the run, in milliseconds. */
  readonly timeoutMs: number;
  /** Longest time without news, in milliseconds. Default: none, for a run around others that have their own. */
  readonly progressTimeoutMs?: number | undefined;
  /** Whether it is a run around others, which do all that may cost something. Default false. */
  readonly isAround?: boolean | undefined;
  /** Number of images after which it is over. */
  readonly images: number;
  /** Starts the generator behind it; the signal aborts when the run ends, for whatever reason. */
  readonly start: (signal: AbortSignal) => AsyncGenerator<PluginEvent, void, undefined>;
}

/** What a run is made of. */
export interface RunOptions {
  /** Id of the provider that is at work; asked when an error has to name it. */
  readonly provider: () => string;
  readonly clock: Clock;
  /** Ends the run together with whatever made the provider. */
  readonly lifetime?: AbortSignal | undefined;
  /** As it came, unchecked: its signal ends the run, and its texts stand in no error. */
  readonly request: unknown;
  /** Credentials that did not come with the request; they stand in no error. */
  readonly secrets?: readonly string[] | undefined;
  /** Checks the request and says what to do; called once, at the first `next()`. */
  readonly plan: () => RunPlan;
}

type Step = IteratorResult<ImageEvent, undefined>;
const DONE: Step = { done: true, value: undefined };

// Made once: an error of its own for the end of every run would cost the run a stack trace that nobody reads.
const OVER = new AbortedError('The run is over.');
const LEFT = new AbortedError('The loop over the run was left.');

/** A step that was asked for and is not answered yet. */
interface PendingStep {
  readonly resolve: (step: Step) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Makes a run as a state machine: it is under way until it is over, and gets over exactly once. Nothing happens before its
 * first `next()`.
 *
 * Written out rather than as an async generator, because a native one queues `return()` behind a pending `next()`: a loop
 * could not be left while the provider is silent. One promise for a step, since all events of a run pass here.
 */
export function createRun({ provider, clock, lifetime, request, secrets = [], plan }: RunOptions): AsyncResult {
  let isOver = false;
  /** The error of an end from outside, until a step has told it. */
  let untold: ProviderError | undefined;
  let inner: AsyncGenerator<PluginEvent, void, undefined> | undefined;
  let timers: RunTimers | undefined;
  let imagesLeft = 1;
  /** Whether the plugin makes a single image, which is the first whatever index it has. */
  let isOne = false;
  /** Ends everything that the plugin still waits for, and lets go of timer and signals. */
  let close: ((reason: AbortedError) => void) | undefined;
  /** What the plugin's own work goes on. */
  let bill: Bill | undefined;
  /** Steps in the order they were asked for; the first one is under way. */
  const pending: PendingStep[] = [];

  const sealed = (thrown: unknown, billed?: 'maybe'): ProviderError => {
    const texts = textsIn(request);
    return sealError(thrown, { provider: provider(), secrets: [...secrets, ...texts.secrets], prompts: texts.prompts, billed });
  };

  const start = (): AsyncGenerator<PluginEvent, void, undefined> => {
    const { timeoutMs, progressTimeoutMs = Infinity, isAround = false, images, start: startPlugin } = plan();
    imagesLeft = images;
    const link = linkAbort(signalOf(request), lifetime);
    const { signal } = link;
    const ofRun = new Bill(billOf(signal));
    putOnBill(signal, ofRun);
    const watch = timers = startRunTimers(clock, timeoutMs, progressTimeoutMs, link.abort);
    close = (reason) => {
      link.abort(reason);
      link.release();
      watch.stop();
    };
    if (signal.aborted) throw abortReason(signal);
    signal.addEventListener('abort', () => {
      if (isOver) return;
      untold = sealed(abortReason(signal), ofRun.isOpen ? 'maybe' : undefined);
      end(OVER);
    }, { once: true });
    if (!isAround) {
      isOne = images === 1;
      bill = ofRun;
      bill.begin();
    }
    return startPlugin(signal);
  };

  const advance = (): void => {
    if (isOver) {
      conclude();
      return;
    }
    try {
      inner ??= start();
      timers?.wait();
      inner.next().then(onStep, onFailure);
    } catch (thrown) {
      onFailure(thrown);
    }
  };

  const onStep = (result: IteratorResult<PluginEvent, void>): void => {
    // What comes when it is over comes too late, be it an event or an error: its step was answered by the end.
    if (isOver) return;
    try {
      if (result.done === true) throw new PluginError(`The plugin ${provider()} ended its run without an image.`, { billed: 'maybe' });
      // Inside the `try`: a plugin may yield something that is no event.
      const value = described(result.value, isOne);
      timers?.saw(value);
      bill?.open();
      pending.shift()?.resolve({ done: false, value });
      if (value.type === 'image' && (imagesLeft -= 1) === 0) end(OVER);
      else if (pending.length > 0) advance();
    } catch (thrown) {
      onFailure(thrown);
    }
  };

  const onFailure = (thrown: unknown): void => {
    if (isOver) return;
    const error = sealed(thrown);
    if (error.billed === 'no') bill?.close();
    pending.shift()?.reject(error);
    end(OVER);
  };

  const end = (reason: AbortedError): void => {
    if (isOver) return;
    isOver = true;
    close?.(reason);
    // The plugin's own clean-up goes on by itself: a caller who left waits for nobody.
    void closeQuietly(inner);
    conclude();
  };

  /** Answers the steps of a run that is over: the error of an end from outside, once, then nothing more. */
  const conclude = (): void => {
    for (const { resolve, reject } of pending.splice(0)) {
      if (untold === undefined) resolve(DONE);
      else reject(untold);
      untold = undefined;
    }
  };

  const leave = (): void => {
    untold = undefined;
    end(LEFT);
  };

  const run: AsyncResult = {
    next: () => new Promise((resolve, reject) => {
      if (pending.push({ resolve, reject }) === 1) advance();
    }),
    return: () => {
      leave();
      return Promise.resolve(DONE);
    },
    throw: (error: unknown) => {
      leave();
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    },
    [Symbol.asyncIterator]: () => run,
    [Symbol.asyncDispose]: () => {
      leave();
      return Promise.resolve();
    },
  };
  return run;
}

/** What a plugin throws while it cleans up changes nothing any more. */
async function closeQuietly(inner: AsyncGenerator<PluginEvent, void, undefined> | undefined): Promise<void> {
  try {
    await inner?.return(undefined);
  } catch {
    // The run is over and its outcome told.
  }
}

const PICTURES: ReadonlySet<string> = new Set(['preview', 'image']);

/** A plugin may write progress as a plain object; what leaves has the class, with its words for people. */
function described(event: PluginEvent, isOne: boolean): ImageEvent {
  if (event.type === 'progress') return event instanceof ImageProgress ? event : new ImageProgress(event);
  // What no compiler held back would reach the loop of the caller as an event of no kind.
  if (PICTURES.has(event.type)) return isOne && event.index !== 0 ? event.withIndex(0) : event;
  throw new TypeError('it yielded something that is no event');
}

function signalOf(request: unknown): AbortSignal | undefined {
  const signal = propertyOf(request, 'signal');
  return signal instanceof AbortSignal ? signal : undefined;
}
