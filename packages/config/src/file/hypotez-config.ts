import type { FailOverRules, Limits, Rate, Timeouts } from '@hypotez/provider-core';

/** A value that stands in the environment and not in the file, such as a token. */
export interface EnvironmentReference {
  /** Name of the variable. */
  readonly env: string;
}

/** A plugin with what it is told. */
export interface PluginEntry {
  /** Package name, or a path that begins with `./`, `../` or `/`, from the folder of the file. */
  readonly from: string;
  /** What its factory gets. `{ env: 'NAME' }` at any depth stands for a variable of the environment. */
  readonly options?: Readonly<Record<string, unknown>> | undefined;
}

/** What requests get that do not say otherwise. */
export interface RequestDefaults {
  /** Model or alias that the command asks for. Default `sd-3.5`. */
  readonly model?: string | undefined;
  /** What pictures should not show. */
  readonly negativePrompt?: string | undefined;
  /** Width to height, such as `16:9`. */
  readonly aspectRatio?: string | undefined;
  /** Pixels. */
  readonly width?: number | undefined;
  /** Pixels. */
  readonly height?: number | undefined;
  /** How strictly pictures follow the prompt. */
  readonly guidanceScale?: number | undefined;
  /** Number of denoising steps. */
  readonly numInferenceSteps?: number | undefined;
  /** Options of single providers, by provider id. */
  readonly providerOptions?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
}

/** What `hypotez.config.ts`, `.js` or `.json` holds. Everything may be left out. */
export interface HypotezConfig {
  /** Plugins in the order in which they are asked; a text is an entry without options. Only what is named here is loaded. */
  readonly plugins?: readonly (string | PluginEntry)[] | undefined;
  /** Names of one's own, each for one `<plugin id>/<model or alias>` or several in order. */
  readonly aliases?: Readonly<Record<string, string | readonly string[]>> | undefined;
  /** Order of the providers for an alias, by plugin id; those that are not named come after. */
  readonly routes?: Readonly<Record<string, readonly string[]>> | undefined;
  /** What requests get that do not say otherwise. */
  readonly defaults?: RequestDefaults | undefined;
  /** How fast each provider may be asked, by plugin id. */
  readonly rates?: Readonly<Record<string, Rate>> | undefined;
  /** Timers in milliseconds. */
  readonly timeouts?: Partial<Timeouts> | undefined;
  /** The most that is taken from a server. */
  readonly limits?: Partial<Limits> | undefined;
  /** When another provider may be asked although that is not free of risk. */
  readonly failOver?: FailOverRules | undefined;
  /** How often the same provider may be asked again when nobody else is left, from 0. */
  readonly retries?: number | undefined;
}
