import { definePlugin } from '@hypotez/provider-core';
import type { PluginEntry, PluginFactory } from '../../conformance/conformance-scenario.ts';
import type { BrokenPlugin } from './broken-plugin.ts';
import { changedCapabilities, changedHttp, changedProvider, changedRuns } from './changed-provider.ts';
import { wrongRuns } from './wrong-runs.ts';
import { wrongTransports } from './wrong-transports.ts';

/** Plugins that are wrong in what they do to the process or need of it, which is seen in a thread of their own. */
const wrongModules: readonly (readonly [breaks: string, how: string, module: string, factory: string, also?: NonNullable<BrokenPlugin['also']>])[] = [
  ['no-output', 'tells the console of each event', 'noisy-plugin', 'noisyPlugin'],
  ['no-rejection', 'starts something that fails and listens to nobody', 'careless-plugin', 'carelessPlugin'],
  ['nothing-left', 'listens to the signal of a request for ever', 'lingering-plugins', 'listeningPlugin'],
  ['nothing-left', 'looks at its watch for ever', 'lingering-plugins', 'tickingPlugin'],
  ['nothing-left', 'listens to the process for ever', 'lingering-plugins', 'clingingPlugin', { check: 'browser-bundle', because: 'only Node has a process to listen to' }],
  ['browser-bundle', 'imports a module of Node', 'host-naming-plugin', 'hostNamingPlugin'],
  ['browser-bundle', 'uses a global of Node', 'node-bound-plugins', 'bufferingPlugin'],
  ['browser-bundle', 'takes its timers for those of Node', 'node-bound-plugins', 'unreferringPlugin'],
];

/**
 * Plugins each of which breaks one promise, made of a healthy one that streams.
 *
 * Those that are wrong in a thread of their own are healthy in this one, where their noise would be that of the tests.
 */
export function brokenPlugins(healthy: PluginFactory): readonly BrokenPlugin[] {
  return [
    ...wrongRuns.map(([breaks, how, run]) => ({ breaks, how, plugin: changedRuns(healthy, run) })),
    ...wrongTransports.map(([breaks, how, change]) => ({ breaks, how, plugin: changedHttp(healthy, change) })),
    ...wrongModules.map(([breaks, how, module, factory, also]) => ({ breaks, how, plugin: healthy, entry: entryOf(module, factory), ...(also === undefined ? {} : { also }) })),
    { breaks: 'catalog', how: 'has a default for what it does not take', plugin: changedProvider(healthy, (provider) => {
      const defaultsFor = provider.defaultsFor.bind(provider);
      provider.defaultsFor = (model) => ({ ...defaultsFor(model), guidanceScale: 99 });
    }) },
    { breaks: 'capabilities', how: 'says that it takes a negative prompt, and does not send it', plugin: changedCapabilities(healthy, { negativePrompt: true }) },
    { breaks: 'capabilities', how: 'says that it takes a picture, and does not send it', plugin: changedCapabilities(healthy, { imageInput: 1 }) },
    { breaks: 'seed', how: 'tells a seed that it says it cannot know', plugin: changedCapabilities(healthy, { seedInAnswer: false }) },
    {
      breaks: 'early-exit', how: 'says that it ends a job at the service, and does not', also: { check: 'abort-during', because: 'an abort ends the job there, too' },
      plugin: changedCapabilities(healthy, { remoteCancel: true }),
    },
    { breaks: 'aliases', how: 'does not know one of its aliases', plugin: changedProvider(healthy, (provider) => {
      const getModel = provider.getModel.bind(provider);
      provider.getModel = (name) => getModel(name === 'reference' ? 'forgotten' : name);
    }) },
  ];
}

/** A plugin that says that it takes any name, and does not hand it on. */
export function brokenOpenPlugin(healthy: PluginFactory): PluginFactory {
  return changedRuns((options) => definePlugin({ ...healthy(options), open: true }), (run, request) => run({ ...request, model: undefined }));
}

function entryOf(module: string, factory: string): PluginEntry {
  return { module: new URL(`./modules/${module}.ts`, import.meta.url), factory };
}
