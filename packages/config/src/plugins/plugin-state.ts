/** Why a plugin was left out. */
export type PluginFault = 'not-installed' | 'failed' | 'timeout' | 'shape' | 'core-version' | 'duplicate' | 'options' | 'pollution' | 'no-key';

/** A plugin that works as far as loading tells. */
export interface LoadedPlugin {
  readonly state: 'loaded';
  /** As the configuration names it. */
  readonly from: string;
  /** Its place in the configuration, such as `plugins[0]`. */
  readonly place: string;
  /** Id by which the registry knows it. */
  readonly id: string;
}

/** A plugin that the registry goes without. */
export interface LeftOutPlugin {
  readonly state: 'left out';
  /** As the configuration names it. */
  readonly from: string;
  /** Its place in the configuration, such as `plugins[1]`. */
  readonly place: string;
  readonly fault: PluginFault;
  /** What is wrong, and what to do where that is known; one line without credentials. */
  readonly reason: string;
}

/** What became of one plugin of the configuration. */
export type PluginState = LoadedPlugin | LeftOutPlugin;
