import type { Environment } from '@hypotez/provider-core';
import { placeOf, type Path } from '../file/place-of.ts';
import { PluginFailure } from './plugin-failure.ts';

/**
 * A copy of a plugin's options with the values of the variables in place of every `{ env: 'NAME' }`. What is neither a list nor
 * a plain object is kept as it is.
 *
 * @throws {PluginFailure} when a variable is not set.
 */
export function resolveReferences(value: unknown, env: Environment, path: Path = ['options']): unknown {
  if (Array.isArray(value)) return value.map((item, index) => resolveReferences(item, env, [...path, index]));
  if (!isPlainObject(value)) return value;
  const name = referenceIn(value);
  if (name === undefined) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolveReferences(item, env, [...path, key])]));
  const found = env[name];
  if (found === undefined || found === '') throw new PluginFailure('options', `${placeOf(path)} is to come from the variable ${name}, which is not set.`);
  return found;
}

function referenceIn(value: Readonly<Record<string, unknown>>): string | undefined {
  const { env: name } = value;
  return typeof name === 'string' && Object.keys(value).length === 1 ? name : undefined;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}
