import { AbortedError } from '../errors/aborted-error.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { describeCause } from '../errors/describe-cause.ts';
import { PluginError } from '../errors/plugin-error.ts';
import { ProviderError } from '../errors/provider-error.ts';
import { AsyncGeneratorProvider } from '../provider/async-generator-provider.ts';
import type { ModelDescription } from '../provider/model-catalog.ts';
import type { ProviderContext } from '../provider/provider-context.ts';
import type { ProviderPlugin } from '../provider/provider-plugin.ts';
import { createCallSlots } from '../resilience/call-slots.ts';
import type { HealthRecords } from '../resilience/fail-over-run.ts';
import type { Rate } from '../resilience/rate.ts';
import { createAliasTable, type AliasTable, type Route } from './alias-table.ts';
import { openScope } from './container.ts';
import { generateWithFailOver } from './generate-with-fail-over.ts';
import type { Candidate, RegisteredModel, Registry, RegistryOptions } from './registry.ts';
import { scopedContext } from './scoped-context.ts';

/** How often one provider is asked again in a run. */
const DEFAULT_RETRIES = 2;

/**
 * Makes a registry of plugins. Nothing of a plugin runs before one of its models is asked for.
 *
 * @throws {ConfigurationError} when two plugins share an id, two models of one plugin a name, a route names no plugin, an
 * alias no model, or a figure of `timeouts`, `limits`, `retries` or `rates` is none.
 */
export function createRegistry<const Plugins extends readonly ProviderPlugin[]>(plugins: Plugins, options?: RegistryOptions): Registry<Plugins>;
export function createRegistry(plugins: readonly ProviderPlugin[], options: RegistryOptions = {}): Registry {
  const scope = openScope(options.container);
  const lifetime = new AbortController();
  const { context, contextWith, close } = scopedContext(scope, lifetime.signal, options);
  const table = createAliasTable(plugins, options.routes ?? {}, options.aliases);
  const tokens = new Map<string, symbol>();
  const contexts = limitedContexts(plugins, options.rates ?? {}, (subject, rate) => contextWith(createCallSlots(subject, rate, () => context.clock)));
  const { retries = DEFAULT_RETRIES, failOver: rules = {} } = options;
  if (!Number.isSafeInteger(retries) || retries < 0) throw new ConfigurationError('retries must be a whole number from 0.');
  const health: HealthRecords = { of: undefined };

  const providerOf = ({ plugin, model }: Route): AsyncGeneratorProvider => {
    requireOpen();
    const key = `${plugin.id}/${model}`;
    const token = tokens.get(key) ?? Symbol(key);
    if (!tokens.has(key)) scope.registerOnce(token, () => makeProvider(plugin, contexts.get(plugin.id) ?? context, model));
    tokens.set(key, token);
    const provider = scope.resolve(token);
    if (provider instanceof AsyncGeneratorProvider) return provider;
    throw new ConfigurationError(`The plugin ${plugin.id} made something that is no AsyncGeneratorProvider.`);
  };
  const candidates = (alias: string): readonly Candidate[] => {
    requireOpen();
    return table.routes(alias).map((route) => ({
      id: route.plugin.id,
      model: route.model,
      get provider() {
        return providerOf(route);
      },
    }));
  };
  function requireOpen(): void {
    if (lifetime.signal.aborted) throw new ConfigurationError('The registry was disposed and cannot be used any more.');
  }
  async function dispose(): Promise<void> {
    if (lifetime.signal.aborted) return;
    lifetime.abort(new AbortedError('The registry was disposed.'));
    scope.clear();
    await close();
  }
  return {
    resolve: (alias: string) => first(candidates(alias)).provider,
    candidates,
    models: () => plugins.flatMap(({ id, models }) => models.map((model) => describeModel(id, model, table))),
    providers: () => plugins.map(({ id }) => id),
    generate: (alias, request) => generateWithFailOver({ alias, request, context, candidates, rules, retries, health }),
    [Symbol.dispose]: () => void dispose(),
    [Symbol.asyncDispose]: dispose,
  };
}

/** The contexts of the plugins that are asked only so fast, by plugin id. */
function limitedContexts(
  plugins: readonly ProviderPlugin[], rates: Readonly<Record<string, Rate>>, limit: (subject: string, rate: Rate) => ProviderContext,
): ReadonlyMap<string, ProviderContext> {
  const unknown = Object.keys(rates).find((id) => plugins.every((plugin) => plugin.id !== id));
  if (unknown !== undefined) throw new ConfigurationError(`rates names "${unknown}", which is no plugin; there are ${plugins.map(({ id }) => id).join(', ')}.`);
  return new Map(plugins.flatMap(({ id, rate: own }) => {
    const rate = rates[id] ?? own;
    return rate === undefined ? [] : [[id, limit(`rates.${id}`, rate)] as const];
  }));
}

/** Lets a plugin make its provider; whatever it throws is typed, so that the next one may take over. */
function makeProvider(plugin: ProviderPlugin, context: ProviderContext, model: string): AsyncGeneratorProvider {
  try {
    return plugin.create(context, { model });
  } catch (thrown) {
    if (thrown instanceof ProviderError) throw thrown;
    const cause = describeCause(thrown);
    throw new PluginError(`The plugin ${plugin.id} failed: ${cause.message}`, { provider: plugin.id, cause });
  }
}

function first(candidates: readonly Candidate[]): Candidate {
  const [candidate] = candidates;
  if (candidate === undefined) throw new ConfigurationError('A route without providers was looked up.');
  return candidate;
}

function describeModel(provider: string, model: ModelDescription, table: AliasTable): RegisteredModel {
  const { id, capabilities = {}, bounds = {} } = model;
  return { provider, model: id, aliases: table.aliases(provider, model), capabilities, bounds };
}
