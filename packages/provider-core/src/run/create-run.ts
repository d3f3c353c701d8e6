import { sealError } from '../errors/seal-error.ts';
import type { AsyncResult, ImageEvent, PluginEvent } from '../events/image-event.ts';
import { ImageProgress } from '../events/image-progress.ts';
import type { Clock } from '../services/clock.ts';
import { linkAbort } from '../services/link-abort.ts';
import { AbortedError } from '../errors/aborted-error.ts';
import { PluginError } from '../errors/plugin-error.ts';
import type { ProviderError } from '../errors/provider-error.ts';
import { propertyOf } from '../json/property-of.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { abortReason } from '../transport/abort-reason.ts';
import { textsIn } from './texts-in-request.ts';

/** Longest time of a run when the request names none, in milliseconds: ten minutes. */
export const DEFAULT_RUN_TIMEOUT_MS = 600_000;

/** What a run does, once it is known. */
export interface RunPlan {
  /** Longest time of the run, in milliseconds. */
  readonly timeoutMs: number;
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

/**
 * Makes a run as a state machine: it is under way until it is over, and gets over exactly once. Nothing happens before its
 * first `next()`.
 *
 * Written out rather than as an async generator, because a native one queues `return()` behind a pending `next()`: a loop
 * could not be left while the provider is silent.
 */
export function createRun({ provider, clock, lifetime, request, secrets = [], plan }: RunOptions): AsyncResult {
  let isOver = false;
  /** The error of an end from outside, until a step has told it. */
  let untold: ProviderError | undefined;
  let inner: AsyncGenerator<PluginEvent, void, undefined> | undefined;
  let imagesLeft = 1;
  /** Ends everything that the plugin still waits for, and lets go of timer and signals. */
  let close: ((reason: AbortedError) => void) | undefined;
  /** Wakes the step that waits for the plugin, when the run ends from outside. */
  let wake: (() => void) | undefined;
  /** The last step that was asked for; the next one waits for it, as in every generator. */
  let tail: Promise<Step> | undefined;

  const sealed = (thrown: unknown, billed?: 'maybe'): ProviderError => {
    const texts = textsIn(request);
    return sealError(thrown, { provider: provider(), secrets: [...secrets, ...texts.secrets], prompts: texts.prompts, billed });
  };

  const end = (reason: AbortedError): void => {
    if (isOver) return;
    isOver = true;
    close?.(reason);
    // The plugin's own clean-up goes on by itself: a caller who left waits for nobody.
    void closeQuietly(inner);
    wake?.();
  };

  const start = (): AsyncGenerator<PluginEvent, void, undefined> => {
    const { timeoutMs, images, start: startPlugin } = plan();
    imagesLeft = images;
    const link = linkAbort(signalOf(request), lifetime);
    const { signal } = link;
    const stopTimer = clock.schedule(() => { link.abort(new TimeoutError('total', timeoutMs)); }, timeoutMs);
    close = (reason) => {
      link.abort(reason);
      link.release();
      stopTimer();
    };
    if (signal.aborted) throw abortReason(signal);
    // From here on work may have been asked for, so an end from outside may leave a bill.
    signal.addEventListener('abort', () => {
      if (isOver) return;
      untold = sealed(abortReason(signal), 'maybe');
      end(OVER);
    }, { once: true });
    return startPlugin(signal);
  };

  /** The answer to a step of a run that is over: the error of an end from outside, once, then nothing more. */
  const conclude = (): Step => {
    const error = untold;
    untold = undefined;
    if (error !== undefined) throw error;
    return DONE;
  };

  const step = async (): Promise<Step> => {
    let result: Step = DONE;
    try {
      if (!isOver) result = described(await either((inner ??= start()).next(), (stop) => { wake = stop; }));
      if (!isOver && result.done === true) throw new PluginError(`The plugin ${provider()} ended its run without an image.`, { billed: 'maybe' });
    } catch (thrown) {
      // What comes when it is over comes too late, be it an event or an error.
      if (!isOver) {
        end(OVER);
        throw sealed(thrown);
      }
    }
    if (isOver) return conclude();
    if (result.value?.type === 'image' && (imagesLeft -= 1) === 0) end(OVER);
    return result;
  };

  const leave = (): void => {
    untold = undefined;
    end(LEFT);
  };

  const run: AsyncResult = {
    next: () => {
      tail = tail === undefined ? step() : tail.then(step, step);
      return tail;
    },
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

/** Waits for the plugin or for the end from outside, whichever comes first: a plugin may ignore its signal. */
function either(next: Promise<IteratorResult<PluginEvent, void>>, onWake: (wake: () => void) => void): Promise<IteratorResult<PluginEvent, void>> {
  return new Promise((resolve, reject) => {
    onWake(() => { resolve(DONE); });
    next.then(resolve, reject);
  });
}

/** What a plugin throws while it cleans up changes nothing any more. */
async function closeQuietly(inner: AsyncGenerator<PluginEvent, void, undefined> | undefined): Promise<void> {
  try {
    await inner?.return(undefined);
  } catch {
    // The run is over and its outcome told.
  }
}

/** A plugin may write progress as a plain object; what leaves has the class, with its words for people. */
function described(step: IteratorResult<PluginEvent, void>): Step {
  if (step.done === true) return DONE;
  const { value } = step;
  if (value.type === 'progress' && !(value instanceof ImageProgress)) return { done: false, value: new ImageProgress(value) };
  return { done: false, value };
}

function signalOf(request: unknown): AbortSignal | undefined {
  const signal = propertyOf(request, 'signal');
  return signal instanceof AbortSignal ? signal : undefined;
}
