import type { Registry } from '@hypotez/provider-core';

/** What the command line says to the plugins. */
export interface PluginSettings {
  /** Address of another Space than the plugin's own. */
  readonly url?: string | undefined;
  /** Token of the provider; without it there is none, whatever the environment holds. */
  readonly apiKey?: string | undefined;
}

/** How the Space of `--embedded` is. */
export interface SpaceSettings {
  /** Whether it shows pictures that are not finished. */
  readonly previews: boolean;
}

/** A Space inside this process. */
export interface EmbeddedSpace {
  /** Its address, on this machine only. */
  readonly url: string;
  close(): Promise<void>;
}

/** The part of a registry that the command uses. */
export type PictureSource = Pick<Registry, 'generate' | 'candidates' | 'models' | 'providers' | typeof Symbol.asyncDispose>;

/** What paints for the command; tests and other programs put their own here. */
export interface Services {
  /** Makes the registry of one run; it is disposed at the run's end. */
  readonly openRegistry: (settings: PluginSettings) => Promise<PictureSource>;
  /** Starts the Space of `--embedded`. */
  readonly startSpace: (settings: SpaceSettings) => Promise<EmbeddedSpace>;
}
