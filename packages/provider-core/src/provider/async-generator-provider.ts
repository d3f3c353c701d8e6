import type { AsyncResult, PluginEvent } from '../events/image-event.ts';
import type { InputImages } from '../input/input-images.ts';
import type { LoadedImages } from '../input/load-input-images.ts';
import type { GenerationBounds, GenerationDefaults } from '../request/generation-limits.ts';
import type { ImageRequest } from '../request/image-request.ts';
import { billOf } from '../services/bill.ts';
import { createRun, type RunPlan } from '../run/create-run.ts';
import { loadLate } from '../services/load-late.ts';
import type { Capabilities } from './capabilities.ts';
import type { Generation } from './generation.ts';
import { prepareGeneration, type PreparedGeneration } from './prepare-generation.ts';
import type { ProviderContext } from './provider-context.ts';

/** What every provider is made with. */
export interface ProviderSettings {
  /** Model or alias that requests without a model mean. Default: the catalogue's default model. */
  readonly model?: string | undefined;
}

/**
 * Base of every provider: one `for await` over typed events.
 *
 * `createAsyncGenerator` does what is the same for all of them: it checks the request, resolves the model, formats the
 * prompt, finds the size, watches signal and deadline, keeps the rule that a run ends exactly once, and types every error.
 * A plugin writes `generate`, the generator behind it.
 */
export abstract class AsyncGeneratorProvider {
  /** Short unique name in kebab-case, such as `stabilityai-sd35`. */
  abstract readonly id: string;
  /** Names of this provider's own options in `providerOptions`; `any` where the service takes what nobody listed. Default none. */
  readonly optionNames: readonly string[] | 'any' = [];

  protected readonly context: ProviderContext;
  readonly #model: string | undefined;

  constructor(context: ProviderContext, { model }: ProviderSettings = {}) {
    this.context = context;
    this.#model = model;
  }

  /** The model's own name for a name or alias; `ProviderModelMixin` supplies it from the catalogue. */
  abstract getModel(name?: string): string;

  /** What a model can do; `ProviderModelMixin` supplies this and the next two from the catalogue. */
  abstract capabilities(model?: string): Capabilities;
  /** What a model accepts. The same object each time. */
  abstract boundsFor(model?: string): GenerationBounds;
  /** What a model takes when the request does not say. */
  abstract defaultsFor(model?: string): GenerationDefaults;

  /** What the model of requests that name none accepts. */
  get bounds(): GenerationBounds {
    return this.boundsFor(this.#model);
  }

  /** What that model takes when the request does not say. */
  get defaults(): GenerationDefaults {
    return this.defaultsFor(this.#model);
  }

  /** Bounds of the plugin's options, which hold over those of all its models. Default none. */
  protected get ownBounds(): Partial<GenerationBounds> | undefined {
    return undefined;
  }

  /** Images that one call of `generate` makes for this request. Default: as the model's bounds say. */
  protected imagesPerCall({ model }: Omit<Generation, 'signal'>): number | undefined {
    return this.boundsFor(model).imagesPerCall;
  }

  /**
   * What has to be learned from the service before the request can be checked for good, where its limits stand there and nowhere
   * else; `undefined` once they are known. The request is checked again afterwards. Default: nothing.
   */
  protected preparation?(checked: Pick<Generation, 'model' | 'apiKey' | 'proxy'>): ((signal?: AbortSignal) => Promise<void>) | undefined;

  /** Credentials of the plugin's own options, which must stand in no error. */
  protected get secrets(): readonly string[] {
    return [];
  }

  /** Makes the events of one checked request. Everything that waits gets `generation.signal`. */
  protected abstract generate(generation: Generation): AsyncGenerator<PluginEvent, void, undefined>;

  /**
   * Starts a run at the first `next()`: progress, previews, and as many images as were asked for, each as soon as it is there.
   *
   * @throws {InvalidRequestError} before anything is sent, with everything that is wrong with the request.
   * @throws {MissingImagesError} at the end, when some of several images could not be had.
   * @throws {ProviderError} of the reason, for everything else.
   */
  createAsyncGenerator(request: ImageRequest): AsyncResult {
    const { clock, lifetime, timeouts, slots } = this.context;
    const common = { provider: () => this.id, clock, secrets: this.secrets };
    const check = (): PreparedGeneration => prepareGeneration(request, {
      id: this.id,
      optionNames: this.optionNames,
      getModel: (name) => this.getModel(name ?? this.#model),
      limitsOf: (model) => ({ capabilities: this.capabilities(model), bounds: this.boundsFor(model), defaults: this.defaultsFor(model) }),
    });
    const load = async (inputs: InputImages, { proxy }: Pick<Generation, 'proxy'>, signal: AbortSignal): Promise<LoadedImages> => {
      // Loaded here: most programs start from no picture.
      const { loadInputImages } = await loadLate('What reads input images', () => import('../input/load-input-images.ts'));
      return loadInputImages(inputs, { http: this.context.http, clock, proxy, signal }, request.signal);
    };
    const planFor = ({ timeoutMs = timeouts.totalMs, indexes, inputs, ...checked }: PreparedGeneration): RunPlan => {
      const progressTimeoutMs = timeouts.progressMs;
      const planOf = (prepared: Omit<Generation, 'signal'>): RunPlan => {
        // Most runs are one call that waits for nobody; they have nothing around them.
        if (prepared.n === 1 && slots === undefined) return { timeoutMs, progressTimeoutMs, images: 1, start: (signal) => this.#generate({ ...prepared, signal }) };
        const bounds = { ...this.boundsFor(prepared.model), imagesPerCall: this.imagesPerCall(prepared) };
        const calls = { ...common, request, prepared, bounds, indexes, slots, progressTimeoutMs, generate: (generation: Generation) => this.#generate(generation) };
        return {
          timeoutMs,
          isAround: true,
          images: indexes?.length ?? prepared.n,
          start: async function* (signal) {
            // Loaded here: most programs ask for one image at a time.
            const { runCalls } = await loadLate('What makes several images', () => import('../fan-out/run-calls.ts'));
            yield* runCalls(calls, signal);
          },
        };
      };
      if (inputs === undefined) return planOf(checked);
      return planAfter(planOf(checked), async (signal) => planOf({ ...checked, ...(await load(inputs, checked, signal)) }));
    };
    return createRun({
      ...common,
      lifetime,
      request,
      plan: () => {
        const checked = check();
        const prepare = this.preparation?.(checked);
        if (prepare === undefined) return planFor(checked);
        return planAfter(planFor(checked), async (signal) => {
          // A picture that cannot be read is told before anybody is asked.
          if (checked.inputs !== undefined) await load(checked.inputs, checked, signal);
          await prepare(signal);
          // The input images are those of the first check: bytes may have been written to since.
          return planFor({ ...check(), inputs: checked.inputs });
        });
      },
    });
  }

  /** The plugin's events, with what core did otherwise than asked. */
  #generate(generation: Generation): AsyncGenerator<PluginEvent, void, undefined> {
    const { warnings } = generation;
    const events = this.generate(generation);
    return warnings.length === 0 ? events : withWarnings(events, warnings);
  }

  /** Starts a run of a provider with default options, without making an object first. */
  static createAsyncGenerator(this: new () => AsyncGeneratorProvider, request: ImageRequest): AsyncResult {
    return new this().createAsyncGenerator(request);
  }
}

async function* withWarnings(events: AsyncGenerator<PluginEvent, void, undefined>, warnings: readonly string[]): AsyncGenerator<PluginEvent, void, undefined> {
  for await (const event of events) yield event.type === 'image' ? event.withWarnings(warnings) : event;
}

/** The same plan, with something to be done first, which says how it goes on. */
function planAfter(plan: RunPlan, first: (signal: AbortSignal) => Promise<RunPlan>): RunPlan {
  return {
    ...plan,
    isAround: true,
    start: async function* (signal) {
      const { isAround = false, start } = await first(signal);
      if (!isAround) billOf(signal)?.begin();
      yield* start(signal);
    },
  };
}
