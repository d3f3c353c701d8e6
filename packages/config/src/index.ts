export { ConfigError } from './file/config-error.ts';
export type { ConfigProblem } from './file/config-problem.ts';
export { CONFIG_FILES, findConfigFile } from './file/find-config-file.ts';
export type { EnvironmentReference, HypotezConfig, PluginEntry, RequestDefaults } from './file/hypotez-config.ts';
export { loadConfig, type ConfigPlace, type LoadedConfig } from './file/load-config.ts';
export type { LeftOutPlugin, LoadedPlugin, PluginFault, PluginState } from './plugins/plugin-state.ts';
export { openRegistry, type OpenedRegistry, type OpenRegistryOptions } from './registry/open-registry.ts';
