import type { AsyncGeneratorProvider, AsyncResult, Capabilities, Http, ImageRequest, ProviderContext } from '@hypotez/provider-core';
import type { PluginFactory } from '../../conformance/conformance-scenario.ts';

/** Makes another run for a request. */
export type Run = (healthy: (request: ImageRequest) => AsyncResult, request: ImageRequest) => AsyncResult;

/** Makes a plugin whose provider was changed after it was made. */
export function changedProvider(make: PluginFactory, change: (provider: AsyncGeneratorProvider) => void): PluginFactory {
  return (options) => {
    const plugin = make(options);
    return { ...plugin, create: (context, settings) => {
      const provider = plugin.create(context, settings);
      change(provider);
      return provider;
    } };
  };
}

/** Makes a plugin that does something else with the runs of a healthy one. */
export function changedRuns(make: PluginFactory, run: Run): PluginFactory {
  return changedProvider(make, (provider) => {
    const healthy = provider.createAsyncGenerator.bind(provider);
    provider.createAsyncGenerator = (request) => run(healthy, request);
  });
}

/** Makes a plugin that hears and says something else than a healthy one. */
export function changedHttp(make: PluginFactory, change: (http: Http, context: ProviderContext) => Http): PluginFactory {
  return (options) => {
    const plugin = make(options);
    return { ...plugin, create: (context, settings) => plugin.create({ ...context, http: change(context.http, context) }, settings) };
  };
}

/** Makes a plugin that says that it can more than a healthy one. */
export function changedCapabilities(make: PluginFactory, more: Partial<Capabilities>): PluginFactory {
  const claiming = changedProvider(make, (provider) => {
    const capabilities = provider.capabilities.bind(provider);
    provider.capabilities = (model) => ({ ...capabilities(model), ...more });
  });
  return (options) => {
    const plugin = claiming(options);
    return { ...plugin, models: plugin.models.map((model) => ({ ...model, capabilities: { ...model.capabilities, ...more } })) };
  };
}
