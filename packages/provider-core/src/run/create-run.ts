import { sealError, type Seal } from '../errors/seal-error.ts';
import type { AsyncResult, ImageEvent } from '../events/image-event.ts';
import type { Generation } from '../provider/generation.ts';
import type { PreparedGeneration } from '../provider/prepare-generation.ts';
import type { ImageRequest } from '../request/image-request.ts';
import type { Clock } from '../services/clock.ts';
import { startDeadline, type Deadline } from '../services/start-deadline.ts';
import { AbortedError } from '../errors/aborted-error.ts';
import { PluginError } from '../errors/plugin-error.ts';
import type { ProviderError } from '../errors/provider-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { abortReason } from '../transport/abort-reason.ts';
import { secretsOf } from './secrets-of.ts';

/** What a run is made of. */
export interface RunOptions {
  /** Id of the provider. */
  readonly provider: string;
  readonly clock: Clock;
  /** Ends the run together with whatever made the provider. */
  readonly lifetime?: AbortSignal | undefined;
  readonly request: ImageRequest;
  /** Longest time of the run when the request names none, in milliseconds. */
  readonly defaultTimeoutMs: number;
  /** Credentials that did not come with the request; they stand in no error. */
  readonly secrets?: readonly string[] | undefined;
  /** Checks and fills in the request; called once, at the first `next()`. */
  readonly prepare: () => PreparedGeneration;
  /** The plugin's generator. */
  readonly generate: (generation: Generation) => AsyncGenerator<ImageEvent, void, undefined>;
}

/** Makes a run; nothing happens before its first `next()`. */
export function createRun(options: RunOptions): AsyncResult {
  return new Run(options);
}

type Step = IteratorResult<ImageEvent, undefined>;
const DONE: Step = { done: true, value: undefined };

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
  #inner: AsyncGenerator<ImageEvent, void, undefined> | undefined;
  #seal: Seal;
  #imagesLeft = 1;
  /** The last step that was asked for; the next one waits for it, as in every generator. */
  #tail: Promise<unknown> = Promise.resolve();
  /** Wakes the step that waits for the plugin, when the run ends from outside. */
  #wake: (() => void) | undefined;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#seal = { provider: options.provider, secrets: [] };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Step> {
    const step = this.#tail.then(() => this.#step());
    this.#tail = step.catch(() => undefined);
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
    this.#end('The loop over the run was left.');
  }

  async #step(): Promise<Step> {
    if (this.#isOver()) return this.#conclude();
    let result: IteratorResult<ImageEvent, void>;
    let isImage: boolean;
    try {
      this.#inner ??= this.#start();
      result = await this.#advance(this.#inner);
      // Inside the `try`: a plugin may yield something that is no event.
      isImage = result.done !== true && result.value.type === 'image';
    } catch (thrown) {
      return this.#fail(thrown);
    }
    // What comes when it is over comes too late, be it an event or an error.
    if (this.#isOver()) return this.#conclude();
    if (result.done === true) return this.#fail(new PluginError(`The plugin ${this.#options.provider} ended its run without an image.`, { billed: 'maybe' }));
    if (isImage && (this.#imagesLeft -= 1) === 0) this.#end('The run is over.');
    return result;
  }

  #fail(thrown: unknown): Step {
    if (this.#over) return this.#conclude();
    this.#end('The run is over.');
    throw sealError(thrown, this.#seal);
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

  #start(): AsyncGenerator<ImageEvent, void, undefined> {
    const { clock, lifetime, request, provider, secrets = [], prepare, generate, defaultTimeoutMs } = this.#options;
    this.#seal = { provider, secrets: [...secrets, ...secretsOf(request)] };
    const { timeoutMs = defaultTimeoutMs, ...generation } = prepare();
    this.#imagesLeft = generation.n;
    this.#deadline = startDeadline({
      clock,
      delayMs: timeoutMs,
      reason: () => new TimeoutError('total', timeoutMs, { billed: 'maybe' }),
      signals: [request.signal, lifetime, this.#exit.signal],
    });
    const { signal } = this.#deadline;
    if (signal.aborted) throw abortReason(signal);
    signal.addEventListener('abort', () => { this.#endFromOutside(signal); }, { once: true });
    return generate({ ...generation, signal });
  }

  /** Waits for the plugin or for the end from outside, whichever comes first: a plugin may ignore its signal. */
  async #advance(inner: AsyncGenerator<ImageEvent, void, undefined>): Promise<IteratorResult<ImageEvent, void>> {
    const end = new Promise<Step>((resolve) => {
      this.#wake = () => { resolve(DONE); };
    });
    return Promise.race([inner.next(), end]);
  }

  /** Ends for the caller's signal, the deadline or the end of the registry; the abort at an ordinary end comes here too. */
  #endFromOutside(signal: AbortSignal): void {
    if (this.#over) return;
    this.#untold = sealError(abortReason(signal), this.#seal);
    this.#end('The run is over.');
  }

  #end(reason: string): void {
    if (this.#over) return;
    this.#over = true;
    // Whatever the plugin still waits for ends now: the abort goes through the deadline, which therefore stops after it.
    this.#exit.abort(new AbortedError(reason));
    this.#deadline?.stop();
    // The plugin's own clean-up goes on by itself: a caller who left waits for nobody.
    void closeQuietly(this.#inner);
    this.#wake?.();
  }
}

/** What a plugin throws while it cleans up changes nothing any more. */
async function closeQuietly(inner: AsyncGenerator<ImageEvent, void, undefined> | undefined): Promise<void> {
  try {
    await inner?.return(undefined);
  } catch {
    // The run is over and its outcome told.
  }
}
