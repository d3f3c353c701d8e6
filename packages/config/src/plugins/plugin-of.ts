import type { ProviderPlugin } from '@hypotez/provider-core';
import * as v from 'valibot';
import { PluginFailure } from './plugin-failure.ts';

const name = v.pipe(v.string('a text'), v.nonEmpty('a text that is not empty'));
const factory = v.custom<ProviderPlugin['create']>((value) => typeof value === 'function', 'a function');
const pluginSchema = v.looseObject({
  id: v.pipe(v.string('a text in kebab-case'), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'a text in kebab-case')),
  models: v.pipe(v.array(v.looseObject({ id: name, aliases: v.array(name, 'a list of texts') }, 'an object with id and aliases'), 'a list of models'), v.nonEmpty('at least one model')),
  open: v.optional(v.boolean('true or false')),
  create: factory,
}, 'a plugin, as definePlugin of @hypotez/provider-core makes it');

/**
 * The plugin of a module: its default export, else its only function with a name in camelCase; a function is called with the
 * options.
 *
 * @throws {PluginFailure} when there is none, or what there is is no plugin.
 */
export async function pluginOf(module: object, options: unknown): Promise<ProviderPlugin> {
  const exported = exportOf(module);
  const made: unknown = typeof exported === 'function' ? await Reflect.apply(exported, undefined, options === undefined ? [] : [options]) : exported;
  if (typeof exported !== 'function' && options !== undefined) throw new PluginFailure('options', 'It takes no options: what it exports is no function.');
  if (isPlugin(made)) return made;
  const [issue] = v.safeParse(pluginSchema, made).issues ?? [];
  const place = issue === undefined ? null : v.getDotPath(issue);
  throw new PluginFailure('shape', `What it exports is no plugin: ${place ?? 'it'} has to be ${issue?.message ?? 'a plugin'}.`);
}

function exportOf(module: object): unknown {
  const exports = new Map(Object.entries(module));
  if (exports.has('default')) return exports.get('default');
  const factories = [...exports].filter(([key, value]) => typeof value === 'function' && /^[a-z]/u.test(key));
  const [first] = factories;
  if (first !== undefined && factories.length === 1) return first[1];
  const found = factories.length === 0 ? 'no function' : `the functions ${factories.map(([key]) => key).join(', ')}`;
  throw new PluginFailure('shape', `It has no default export, and ${found}: which one is the plugin cannot be told.`);
}

/** A guard and not the output of the schema, which would be a copy without the prototype. */
function isPlugin(value: unknown): value is ProviderPlugin {
  return v.is(pluginSchema, value);
}
