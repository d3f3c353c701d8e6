import type { AsyncResult } from '../events/image-event.ts';
import type { AsyncGeneratorProvider } from '../provider/async-generator-provider.ts';
import type { Capabilities } from '../provider/capabilities.ts';
import type { ModelDescription } from '../provider/model-catalog.ts';
import type { ProviderPlugin } from '../provider/provider-plugin.ts';
import type { GenerationBounds } from '../request/generation-limits.ts';
import type { ImageRequest } from '../request/image-request.ts';
import type { Figures } from '../services/check-figures.ts';
import type { FailOverRules } from '../resilience/may-fail-over.ts';
import type { Rate } from '../resilience/rate.ts';
import type { Timeouts } from '../services/timeouts.ts';
import type { Limits } from '../transport/limits.ts';
import type { DependencyContainer } from './container.ts';

/** How a registry is put together. */
export interface RegistryOptions {
  /** A tsyringe container of the application, whose services replace the defaults. Default: tsyringe's root container. */
  readonly container?: DependencyContainer | undefined;
  /** Order of the providers for an alias, by plugin id. Plugins that are not named come after, in their own order. */
  readonly routes?: Readonly<Record<string, readonly string[]>> | undefined;
  /**
   * Names of the application's own, each for one `<plugin id>/<model or alias>` or several in order. A name that plugins have
   * as well means these only.
   */
  readonly aliases?: Readonly<Record<string, string | readonly string[]>> | undefined;
  /** Timers of runs and requests, in milliseconds; those that are left out have the defaults of `Timeouts`. A transport of the application has its own. */
  readonly timeouts?: Figures<Timeouts> | undefined;
  /** The most that is taken from a server; those that are left out have the defaults of `Limits`. A transport of the application has its own. */
  readonly limits?: Figures<Limits> | undefined;
  /** When `generate` may go on to another provider although that is not free of risk. Default: never. */
  readonly failOver?: FailOverRules | undefined;
  /** How often `generate` may ask the same provider again when nobody else is left, from 0. Default 2. */
  readonly retries?: number | undefined;
  /** How fast each provider may be asked, by plugin id, over all runs of the registry. Default: the plugin's own `rate`. */
  readonly rates?: Readonly<Record<string, Rate>> | undefined;
}

/** One model as a registry offers it. */
export interface RegisteredModel {
  /** Id of the plugin that serves it. */
  readonly provider: string;
  /** The model's own name. */
  readonly model: string;
  /** Names by which it is looked up, those of the application among them. */
  readonly aliases: readonly string[];
  /** What it can do, as far as its plugin says; a catalogue of `defineCatalog` says everything. */
  readonly capabilities: Partial<Capabilities>;
  /** What it accepts, as far as its plugin says. */
  readonly bounds: Partial<GenerationBounds>;
}

/** One provider that serves an alias. */
export interface Candidate<Provider extends AsyncGeneratorProvider = AsyncGeneratorProvider> {
  /** Id of the plugin. */
  readonly id: string;
  /** The model's own name. */
  readonly model: string;
  /** The provider, made at the first access. */
  readonly provider: Provider;
}

type NameOf<Model> = Model extends ModelDescription ? Model['aliases'][number] | Model['id'] : never;

/** Every name that a plugin answers to: aliases, model names, and both behind `<plugin id>/`. */
export type NamesOf<Plugin> =
  Plugin extends ProviderPlugin<infer Id, infer Model> ? NameOf<Model> | `${Id}/${NameOf<Model>}` : never;

/** The provider class behind a name; several plugins with the same alias give the union of their classes. */
export type ProviderOf<Plugin, Name extends string> =
  Plugin extends ProviderPlugin<string, ModelDescription, infer Provider> ? (Name extends NamesOf<Plugin> ? Provider : never) : never;

/** Finds providers by model alias. */
export interface Registry<out Plugins extends readonly ProviderPlugin[] = readonly ProviderPlugin[]> {
  /**
   * The first provider that serves the alias, set to that model. Made at the first call and kept.
   *
   * @throws {ModelNotFoundError} when nobody serves it.
   */
  resolve<const Name extends NamesOf<Plugins[number]>>(alias: Name): ProviderOf<Plugins[number], Name>;
  resolve(alias: string): AsyncGeneratorProvider;

  /** Every provider that serves the alias, in order. */
  candidates<const Name extends NamesOf<Plugins[number]>>(alias: Name): readonly Candidate<ProviderOf<Plugins[number], Name>>[];
  candidates(alias: string): readonly Candidate[];

  /** All models of all plugins. */
  models(): readonly RegisteredModel[];

  /** Ids of all plugins, in order. */
  providers(): readonly string[];

  /**
   * Runs a request with the first provider that serves the alias, and with the next one when a failure surely cost nothing
   * and another provider need not share it; the same one is asked again when nobody else is left. Each further attempt is
   * announced by an `attempt` progress event. The request's `apiKey` is for the first provider; the others have keys of their
   * own in their plugins' options.
   *
   * @throws {AllProvidersFailedError} when more than one was tried and none gave an image.
   * @throws {UnavailableError} when all providers are resting; nothing was sent, and `retryAfterMs` says when one is asked again.
   * @throws {ProviderError} of the only provider otherwise.
   */
  generate(alias: NamesOf<Plugins[number]> | (string & Record<never, never>), request: ImageRequest): AsyncResult;

  /** Ends all runs and closes what is kept open; the registry cannot be used afterwards. */
  [Symbol.dispose](): void;
  /** The same, and waits until connections are closed. */
  [Symbol.asyncDispose](): Promise<void>;
}
