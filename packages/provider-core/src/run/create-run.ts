import { sealError, type Seal } from '../errors/seal-error.ts';
import type { AsyncResult, ImageEvent, PluginEvent } from '../events/image-event.ts';
import { ImageProgress } from '../events/image-progress.ts';
import type { Clock } from '../services/clock.ts';
import { startDeadline, type Deadline } from '../services/start-deadline.ts';
import { AbortedError } from '../errors/aborted-error.ts';
import { PluginError } from '../errors/plugin-error.ts';
import type { ProviderError } from '../errors/provider-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { abortReason } from '../transport/abort-reason.ts';
import { credentialsIn, promptsIn } from './texts-in-request.ts';

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

/** Makes a run; nothing happens before its first `next()`. */
export function createRun(options: RunOptions): AsyncResult {
  return new Run(options);
}

type Step = IteratorResult<ImageEvent, undefined>;
const DONE: Step = { done: true, value: undefined };

// Made once: an error of its own for the end of every run would cost the run a stack trace that nobody reads.
const OVER = new AbortedError('The run is over.');
const LEFT = new AbortedError('The loop over the run was left.');

/**
 * A run as a state machine: it is under way until it is over, and gets over exactly once.
 *
 * Written out rather than as an async generator, because a native one queues `return()` behind a pending `next()`: a loop
 * could not be left while the provider is silent.
 */
class Run implements AsyncResult {
  readonly #options: RunOptions;
  readonly #exit = new AbortController();
  #over = false;
  /** The error of an end from outside, until a step has told it. */
  #untold: ProviderError | undefined;
  #deadline: Deadline | undefined;
  #inner: AsyncGenerator<PluginEvent, void, undefined> | undefined;
  #secrets: Pick<Seal, 'secrets' | 'prompts'> = { secrets: [] };
  #imagesLeft = 1;
  /** The last step that was asked for, while it is under way; the next one waits for it, as in every generator. */
  #tail: Promise<Step> | undefined;
  /** How many steps were asked for and are not done. */
  #asked = 0;
  /** Wakes the step that waits for the plugin, when the run ends from outside. */
  #wake: (() => void) | undefined;

  constructor(options: RunOptions) {
    this.#options = options;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Step> {
    this.#asked += 1;
    const step = this.#tail === undefined ? this.#takeStep() : this.#tail.then(() => this.#takeStep(), () => this.#takeStep());
    this.#tail = step;
    return step;
  }

  return(): Promise<Step> {
    this.#leave();
    return Promise.resolve(DONE);
  }

  throw(error: unknown): Promise<Step> {
    this.#leave();
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  #leave(): void {
    this.#untold = undefined;
    this.#end(LEFT);
  }

  async #takeStep(): Promise<Step> {
    try {
      return await this.#step();
    } finally {
      this.#asked -= 1;
      if (this.#asked === 0) this.#tail = undefined;
    }
  }

  async #step(): Promise<Step> {
    if (this.#isOver()) return this.#conclude();
    let step: Step;
    try {
      this.#inner ??= this.#start();
      // Inside the `try`: a plugin may yield something that is no event.
      step = described(await this.#advance(this.#inner));
    } catch (thrown) {
      return this.#fail(thrown);
    }
    // What comes when it is over comes too late, be it an event or an error.
    if (this.#isOver()) return this.#conclude();
    if (step.done === true) return this.#fail(new PluginError(`The plugin ${this.#options.provider()} ended its run without an image.`, { billed: 'maybe' }));
    if (step.value.type === 'image' && (this.#imagesLeft -= 1) === 0) this.#end(OVER);
    return step;
  }

  #fail(thrown: unknown): Step {
    if (this.#over) return this.#conclude();
    this.#end(OVER);
    throw sealError(thrown, this.#seal());
  }

  /** The answer to a step of a run that is over: the error of an end from outside, once, then nothing more. */
  #conclude(): Step {
    const error = this.#untold;
    this.#untold = undefined;
    if (error !== undefined) throw error;
    return DONE;
  }

  #isOver(): boolean {
    return this.#over;
  }

  #seal(): Seal {
    return { provider: this.#options.provider(), ...this.#secrets };
  }

  #start(): AsyncGenerator<PluginEvent, void, undefined> {
    const { clock, lifetime, request, secrets = [], plan } = this.#options;
    this.#secrets = { secrets: [...secrets, ...credentialsIn(request)], prompts: promptsIn(request) };
    const { timeoutMs, images, start } = plan();
    this.#imagesLeft = images;
    this.#deadline = startDeadline({
      clock,
      delayMs: timeoutMs,
      reason: () => new TimeoutError('total', timeoutMs),
      signals: [signalOf(request), lifetime, this.#exit.signal],
    });
    const { signal } = this.#deadline;
    if (signal.aborted) throw abortReason(signal);
    // From here on work may have been asked for, so an end from outside may leave a bill.
    signal.addEventListener('abort', () => { this.#endFromOutside(signal); }, { once: true });
    return start(signal);
  }

  /** Waits for the plugin or for the end from outside, whichever comes first: a plugin may ignore its signal. */
  #advance(inner: AsyncGenerator<PluginEvent, void, undefined>): Promise<IteratorResult<PluginEvent, void>> {
    return new Promise((resolve, reject) => {
      this.#wake = () => { resolve(DONE); };
      inner.next().then(resolve, reject);
    });
  }

  /** Ends for the caller's signal, the deadline or the end of the registry; the abort at an ordinary end comes here too. */
  #endFromOutside(signal: AbortSignal): void {
    if (this.#over) return;
    this.#untold = sealError(abortReason(signal), { ...this.#seal(), billed: 'maybe' });
    this.#end(OVER);
  }

  #end(reason: AbortedError): void {
    if (this.#over) return;
    this.#over = true;
    // Whatever the plugin still waits for ends now: the abort goes through the deadline, which therefore stops after it.
    this.#exit.abort(reason);
    this.#deadline?.stop();
    // The plugin's own clean-up goes on by itself: a caller who left waits for nobody.
    void closeQuietly(this.#inner);
    this.#wake?.();
  }
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
  if (value.type !== 'progress') return { done: false, value };
  return { done: false, value: value instanceof ImageProgress ? value : new ImageProgress(value) };
}

function signalOf(request: unknown): AbortSignal | undefined {
  const signal: unknown = typeof request === 'object' && request !== null ? Reflect.get(request, 'signal') : undefined;
  return signal instanceof AbortSignal ? signal : undefined;
}
