import { ConfigurationError } from '../errors/configuration-error.ts';
import { ModelNotFoundError } from '../errors/model-not-found-error.ts';
import type { ProviderPlugin } from '../provider/provider-plugin.ts';
import { requireUniqueNames, type ModelDescription } from '../provider/model-catalog.ts';

/** A plugin and the model of it that a name means. */
export interface Route {
  readonly plugin: ProviderPlugin;
  readonly model: string;
}

/** Looks names up among plugins. */
export interface AliasTable {
  /** All routes of a name, in order. @throws {ModelNotFoundError} when there is none. */
  routes(name: string): readonly Route[];
  /** The names of a model besides its own that lead to it, those of the application last. */
  aliases(plugin: string, model: ModelDescription): readonly string[];
}

/**
 * Indexes plugins by every name that they answer to, and by the application's own `aliases`.
 *
 * @throws {ConfigurationError} when two plugins share an id, two models of one plugin a name, an alias names no model, or an
 * order no plugin.
 */
export function createAliasTable(
  plugins: readonly ProviderPlugin[], order: Readonly<Record<string, readonly string[]>>, aliases: Readonly<Record<string, string | readonly string[]>> = {},
): AliasTable {
  const byId = new Map<string, ProviderPlugin>();
  const byName = new Map<string, Route[]>();
  // Apart from the names: model names hold slashes too, and one may read like the qualified name of another plugin's model.
  const byQualifiedName = new Map<string, Route[]>();
  for (const plugin of plugins) {
    if (byId.has(plugin.id)) throw new ConfigurationError(`Two plugins have the id "${plugin.id}".`);
    byId.set(plugin.id, plugin);
    requireUniqueNames(`The plugin ${plugin.id}`, plugin.models);
    for (const { id: model, aliases } of plugin.models) {
      for (const name of new Set([model, ...aliases])) {
        byName.set(name, [...(byName.get(name) ?? []), { plugin, model }]);
        byQualifiedName.set(`${plugin.id}/${name}`, [{ plugin, model }]);
      }
    }
  }
  for (const [alias, targets] of Object.entries(aliases)) {
    byName.set(alias, [targets].flat().flatMap((target) => {
      const routes = byQualifiedName.get(target) ?? openRoute(target, byId);
      if (routes === undefined) throw new ConfigurationError(`The alias "${alias}" names "${target}", which is no <plugin id>/<model>; there are ${[...byQualifiedName.keys()].join(', ')}.`);
      return routes;
    }));
  }
  for (const [alias, ids] of Object.entries(order)) {
    const unknown = ids.find((id) => !byId.has(id));
    if (unknown !== undefined) throw new ConfigurationError(`The order for "${alias}" names "${unknown}", which is no plugin; there are ${[...byId.keys()].join(', ')}.`);
    byName.set(alias, sortedBy(ids, byName.get(alias) ?? []));
  }
  return {
    routes: (name) => {
      const routes = byQualifiedName.get(name) ?? byName.get(name) ?? openRoute(name, byId);
      if (routes === undefined || routes.length === 0) throw new ModelNotFoundError(name, [...byName.keys()]);
      return routes;
    },
    aliases: (id, { id: model, aliases: own }) => {
      const leadsThere = (alias: string): boolean => byName.get(alias)?.some((route) => route.plugin.id === id && route.model === model) === true;
      return [...new Set([...own, ...Object.keys(aliases)])].filter(leadsThere);
    },
  };
}

/** `<plugin id>/<anything>` of a plugin whose catalogue is open. */
function openRoute(name: string, byId: ReadonlyMap<string, ProviderPlugin>): readonly Route[] | undefined {
  const slash = name.indexOf('/');
  const plugin = byId.get(name.slice(0, Math.max(slash, 0)));
  return plugin?.open === true && slash < name.length - 1 ? [{ plugin, model: name.slice(slash + 1) }] : undefined;
}

function sortedBy(ids: readonly string[], routes: readonly Route[]): Route[] {
  const rank = ({ plugin }: Route): number => (ids.includes(plugin.id) ? ids.indexOf(plugin.id) : ids.length);
  return routes.toSorted((left, right) => rank(left) - rank(right));
}
