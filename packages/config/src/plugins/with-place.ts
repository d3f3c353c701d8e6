import { ConfigurationError, describeCause, type AsyncGeneratorProvider, type AsyncResult, type ProviderPlugin } from '@hypotez/provider-core';

/**
 * Puts the place in the configuration in front of a mistake in a plugin's options that shows only when the plugin is used, such as
 * a name that its Space does not know.
 *
 * @param place file and entry, such as `hypotez.config.json: plugins[0]`.
 */
export function withPlace(plugin: ProviderPlugin, place: string): ProviderPlugin {
  const rethrow = (thrown: unknown): never => {
    if (!(thrown instanceof ConfigurationError)) throw thrown;
    throw new ConfigurationError(`${place}.options: ${thrown.message}`, { provider: thrown.provider ?? plugin.id, cause: describeCause(thrown) });
  };
  const make = (...parameters: Parameters<ProviderPlugin['create']>): AsyncGeneratorProvider => {
    try {
      return plugin.create(...parameters);
    } catch (thrown) {
      return rethrow(thrown);
    }
  };
  return {
    ...plugin,
    create: (...parameters) => {
      const provider = make(...parameters);
      const start = provider.createAsyncGenerator.bind(provider);
      provider.createAsyncGenerator = (request) => placed(start(request), rethrow);
      return provider;
    },
  };
}

/** No generator around the run: that one could not be left while it waits. */
function placed(run: AsyncResult, rethrow: (thrown: unknown) => never): AsyncResult {
  const same: AsyncResult = {
    next: () => run.next().catch(rethrow),
    return: () => run.return(),
    throw: (error: unknown) => run.throw(error),
    [Symbol.asyncIterator]: () => same,
    [Symbol.asyncDispose]: () => run[Symbol.asyncDispose](),
  };
  return same;
}
