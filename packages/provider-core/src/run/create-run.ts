import { sealError, type Seal } from '../errors/seal-error.ts';
import type { AsyncResult, ImageEvent } from '../events/image-event.ts';
import type { Generation } from '../provider/generation.ts';
import type { PreparedGeneration } from '../provider/prepare-generation.ts';
import type { ImageRequest } from '../request/image-request.ts';
import type { Clock } from '../services/clock.ts';
import { startDeadline, type Deadline } from '../services/start-deadline.ts';
import { AbortedError } from '../errors/aborted-error.ts';
import { PluginError } from '../errors/plugin-error.ts';
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
 * A run as a state machine: new, running, ended; it ends exactly once.
 *
 * Written out rather than as an async generator, because a native one queues `return()` behind a pending `next()`: a loop
 * could not be left while the provider is silent.
 */
class Run implements AsyncResult {
  readonly #options: RunOptions;
  readonly #exit = new AbortController();
  #state: 'new' | 'running' | 'ended' = 'new';
  #deadline: Deadline | undefined;
  #inner: AsyncGenerator<ImageEvent, void, undefined> | undefined;
  #seal: Seal;
  #imagesLeft = 1;
  /** The last step that was asked for; the next one waits for it, as in every generator. */
  #tail: Promise<unknown> = Promise.resolve();
  /** Settles the step that is under way, when the run ends from outside. */
  #interrupt: ((ending: Error | undefined) => void) | undefined;

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
    if (this.#state === 'ended') return;
    this.#exit.abort(new AbortedError('The loop over the run was left.'));
    this.#end();
    this.#interrupt?.(undefined);
  }

  async #step(): Promise<Step> {
    if (this.#state === 'ended') return DONE;
    try {
      this.#inner ??= this.#start();
      const result = await this.#advance(this.#inner);
      // The state may have changed while the step was waiting.
      if (result.done === true) return this.#finishWithoutImage();
      if (result.value.type === 'image' && (this.#imagesLeft -= 1) === 0) this.#end();
      return result;
    } catch (thrown) {
      this.#end();
      throw sealError(thrown, this.#seal);
    }
  }

  #finishWithoutImage(): Step {
    const left = this.#exit.signal.aborted;
    this.#end();
    if (left) return DONE;
    throw new PluginError(`The plugin ${this.#options.provider} ended its run without an image.`, { billed: 'maybe' });
  }

  #start(): AsyncGenerator<ImageEvent, void, undefined> {
    const { clock, lifetime, request, provider, secrets = [], prepare, generate, defaultTimeoutMs } = this.#options;
    this.#state = 'running';
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
    signal.addEventListener('abort', () => this.#interrupt?.(abortReason(signal)), { once: true });
    return generate({ ...generation, signal });
  }

  /** Waits for the plugin or for the end from outside, whichever comes first: a plugin may ignore its signal. */
  #advance(inner: AsyncGenerator<ImageEvent, void, undefined>): Promise<IteratorResult<ImageEvent, undefined>> {
    return new Promise<Step>((resolve, reject) => {
      this.#interrupt = (ending) => {
        if (ending === undefined) resolve(DONE);
        else reject(ending);
      };
      inner.next().then((result) => { resolve(result.done === true ? DONE : result); }, reject);
    }).finally(() => {
      this.#interrupt = undefined;
    });
  }

  #end(): void {
    if (this.#state === 'ended') return;
    this.#state = 'ended';
    this.#deadline?.stop();
    // Whatever the plugin still waits for ends now. Its own clean-up goes on by itself: a caller who left waits for nobody.
    this.#exit.abort();
    void this.#inner?.return(undefined).catch(() => undefined);
  }
}
