import { createRegistry, type ProviderPlugin } from '@hypotez/provider-core';
import { ConfigError } from '../file/config-error.ts';
import type { ConfigProblem } from '../file/config-problem.ts';
import type { HypotezConfig } from '../file/hypotez-config.ts';
import { placeOf, type Path } from '../file/place-of.ts';
import { similarName } from '../file/similar-name.ts';

/** What names of plugins and models a configuration may use. */
export interface NameContext {
  /** The configuration, as it is named to people. */
  readonly file: string;
  readonly plugins: readonly ProviderPlugin[];
  /** Whether plugins were left out: a name that is not known may be of one of them. */
  readonly isIncomplete: boolean;
}

/** The part of a configuration that names plugins. */
export type Names = Required<Pick<HypotezConfig, 'aliases' | 'routes' | 'rates'>>;

/**
 * Checks the names of plugins in aliases, routes and rates. When plugins were left out, what is not known is passed over
 * instead: it may be theirs.
 *
 * @throws {ConfigError} with every name that nobody has.
 */
export function checkNames({ aliases = {}, routes = {}, rates = {} }: HypotezConfig, { file, plugins, isIncomplete }: NameContext): Names {
  const problems: ConfigProblem[] = [];
  const ids = plugins.map(({ id }) => id);
  const models = plugins.flatMap(({ id, models: all }) => all.flatMap((model) => [model.id, ...model.aliases].map((name) => `${id}/${name}`)));
  const keep = (isKnown: boolean, path: Path, name: string, known: readonly string[], kind: string): boolean => {
    if (!isKnown) {
      const meant = similarName(name, known);
      problems.push({ place: placeOf(path), found: `names "${name}", which is no ${kind}`, allowed: meant === undefined ? `there are ${known.join(', ') || 'none'}` : `perhaps ${meant} is meant` });
    }
    return isKnown;
  };
  using registry = createRegistry(plugins);
  const isModel = (target: string): boolean => target.includes('/') && (models.includes(target) || isFound(() => registry.candidates(target)));
  const checked: Names = {
    aliases: mapValues(aliases, (alias, targets) => [targets].flat().filter((target, index) => keep(isModel(target), ['aliases', alias, ...(Array.isArray(targets) ? [index] : [])], target, models, '<plugin id>/<model>'))),
    routes: mapValues(routes, (alias, route) => route.filter((id, index) => keep(ids.includes(id), ['routes', alias, index], id, ids, 'provider'))),
    rates: Object.fromEntries(Object.entries(rates).filter(([id]) => keep(ids.includes(id), ['rates', id], id, ids, 'provider'))),
  };
  if (problems.length > 0 && !isIncomplete) throw new ConfigError(file, problems);
  return checked;
}

function isFound(look: () => unknown): boolean {
  try {
    look();
    return true;
  } catch {
    return false;
  }
}

function mapValues<Value, Result>(record: Readonly<Record<string, Value>>, change: (key: string, value: Value) => Result): Readonly<Record<string, Result>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(key, value)]));
}
