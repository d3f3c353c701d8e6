import type { ConfigurationError, DependencyContainer, FailOverRules, Limits, ProviderPlugin, Rate, Registry, Timeouts } from '@hypotez/provider-core';
import { describe, expectTypeOf, it } from 'vitest';
import {
  CONFIG_FILES, ConfigError, findConfigFile, loadConfig, openRegistry,
  type ConfigPlace, type ConfigProblem, type EnvironmentReference, type HypotezConfig, type LeftOutPlugin, type LoadedConfig, type LoadedPlugin, type OpenRegistryOptions,
  type OpenedRegistry, type PluginEntry, type PluginFault, type PluginState, type RequestDefaults,
} from './index.ts';

describe('a configuration', () => {
  it('names plugins by text, or with options', () => {
    expectTypeOf<HypotezConfig['plugins']>().toEqualTypeOf<readonly (string | PluginEntry)[] | undefined>();
    expectTypeOf<{ from: '@vendor/painter' }>().toExtend<PluginEntry>();
    expectTypeOf<{ from: './painter.ts'; options: { apiKey: { env: 'PAINTER_KEY' } } }>().toExtend<PluginEntry>();
    expectTypeOf<{ options: Record<string, never> }>().not.toExtend<PluginEntry>();
    expectTypeOf<EnvironmentReference>().toEqualTypeOf<{ readonly env: string }>();
  });

  it('leads aliases to one model or several, and routes to plugins in order', () => {
    expectTypeOf<HypotezConfig['aliases']>().toEqualTypeOf<Readonly<Record<string, string | readonly string[]>> | undefined>();
    expectTypeOf<HypotezConfig['routes']>().toEqualTypeOf<Readonly<Record<string, readonly string[]>> | undefined>();
  });

  it('takes the figures of the framework by their names there', () => {
    expectTypeOf<HypotezConfig['rates']>().toEqualTypeOf<Readonly<Record<string, Rate>> | undefined>();
    expectTypeOf<HypotezConfig['timeouts']>().toEqualTypeOf<Partial<Timeouts> | undefined>();
    expectTypeOf<HypotezConfig['limits']>().toEqualTypeOf<Partial<Limits> | undefined>();
    expectTypeOf<HypotezConfig['failOver']>().toEqualTypeOf<FailOverRules | undefined>();
    expectTypeOf<HypotezConfig['defaults']>().toEqualTypeOf<RequestDefaults | undefined>();
  });

  it('has no default for what belongs to one request', () => {
    expectTypeOf<RequestDefaults>().not.toHaveProperty('prompt');
    expectTypeOf<RequestDefaults>().not.toHaveProperty('seed');
    expectTypeOf<RequestDefaults['width']>().toEqualTypeOf<number | undefined>();
  });
});

describe('loading', () => {
  it('finds a file by folder or by name, or none', () => {
    expectTypeOf(CONFIG_FILES).toEqualTypeOf<readonly ['hypotez.config.ts', 'hypotez.config.js', 'hypotez.config.json']>();
    expectTypeOf(findConfigFile).toEqualTypeOf<(cwd: string) => string | undefined>();
    expectTypeOf(loadConfig).toEqualTypeOf<(place?: ConfigPlace) => Promise<LoadedConfig | undefined>>();
    expectTypeOf<LoadedConfig['config']>().toEqualTypeOf<HypotezConfig>();
  });

  it('fails with the place of each mistake', () => {
    expectTypeOf<ConfigError>().toExtend<ConfigurationError>();
    expectTypeOf<ConfigError['problems']>().toEqualTypeOf<readonly ConfigProblem[]>();
    expectTypeOf<ConfigProblem['line']>().toEqualTypeOf<number | undefined>();
    expectTypeOf(ConfigError).constructorParameters.toEqualTypeOf<[file: string, problems: readonly ConfigProblem[]]>();
  });
});

describe('openRegistry', () => {
  it('gives the registry with what became of each plugin', () => {
    expectTypeOf(openRegistry).toEqualTypeOf<(options?: OpenRegistryOptions) => Promise<OpenedRegistry>>();
    expectTypeOf<OpenedRegistry['registry']>().toEqualTypeOf<Registry>();
    expectTypeOf<OpenedRegistry['plugins']>().toEqualTypeOf<readonly PluginState[]>();
    expectTypeOf<OpenRegistryOptions>().toExtend<ConfigPlace>();
    expectTypeOf<OpenRegistryOptions['withoutConfig']>().toEqualTypeOf<(() => Promise<readonly ProviderPlugin[]>) | undefined>();
    expectTypeOf<OpenRegistryOptions['container']>().toEqualTypeOf<DependencyContainer | undefined>();
  });

  it('tells plugins apart by their state', () => {
    const narrow = (plugin: PluginState): void => {
      if (plugin.state === 'loaded') expectTypeOf(plugin).toEqualTypeOf<LoadedPlugin>();
      else expectTypeOf(plugin).toEqualTypeOf<LeftOutPlugin>();
    };
    expectTypeOf(narrow).returns.toBeVoid();
    expectTypeOf<LeftOutPlugin['fault']>().toEqualTypeOf<PluginFault>();
    expectTypeOf<'timeout' | 'not-installed'>().toExtend<PluginFault>();
    expectTypeOf<string>().not.toExtend<PluginFault>();
  });
});
