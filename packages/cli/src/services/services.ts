import type { PluginState, RequestDefaults } from '@hypotez/config';
import type { Registry } from '@hypotez/provider-core';

/** What the command line says to the plugins. */
export interface PluginSettings {
  /** Address of another Space than the plugin's own. */
  readonly url?: string | undefined;
  /** A Space that no plugin is for: `owner/name`, or its address. It alone is asked then. */
  readonly space?: string | undefined;
  /** Name of its function. Default: the only one that gives a picture. */
  readonly apiName?: string | undefined;
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

/** Where a configuration is looked for. */
export interface ConfigurationPlace {
  /** The folder that is searched. */
  readonly cwd: string;
  /** The file that `--config` names, from there. */
  readonly file?: string | undefined;
  /** The variables that the file may refer to. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The part of a registry that the command uses, and what a configuration says besides. */
export interface PictureSource extends Pick<Registry, 'generate' | 'candidates' | 'models' | 'providers' | typeof Symbol.asyncDispose> {
  /** What became of each plugin of the configuration; without one, the plugins that come with the command and need a key. */
  readonly plugins?: readonly PluginState[] | undefined;
  /** What requests get that do not say otherwise. */
  readonly defaults?: RequestDefaults | undefined;
}

/** What paints for the command; tests and other programs put their own here. */
export interface Services {
  /** Makes the registry of one run; it is disposed at the run's end. Without a place no configuration is read. */
  readonly openRegistry: (settings: PluginSettings, place?: ConfigurationPlace) => Promise<PictureSource>;
  /** Starts the Space of `--embedded`. */
  readonly startSpace: (settings: SpaceSettings) => Promise<EmbeddedSpace>;
}
