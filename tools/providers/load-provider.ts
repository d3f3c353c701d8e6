import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AsyncGeneratorProvider, ConfigurationError, HttpServiceProvider, createProviderContext, type ProviderPlugin } from '@hypotez/provider-core';
import { GradioSpaceProvider } from '@hypotez/provider-gradio';
import type { ProviderPackage } from './provider-packages.ts';

/** What a provider package exports, found by what it is. */
export interface LoadedProvider {
  /** Name of the factory. */
  readonly factory: string;
  /** Name of the provider's class. */
  readonly className: string;
  /** Whether it paints on a Gradio Space; else it asks a service of a vendor. */
  readonly kind: 'space' | 'http';
  /** Variable of the environment that its credential comes from. */
  readonly keyVariable: string;
  /** The plugin without options; undefined where it cannot be made without, as for a Space that the options name. */
  readonly plugin: ProviderPlugin | undefined;
  /** A provider of that plugin. */
  readonly provider: AsyncGeneratorProvider | undefined;
  /** Where a request without a credential is refused. */
  readonly keyNeeded: 'nowhere' | 'everywhere' | 'at-vendor';
}

type Callable = (...parameters: readonly unknown[]) => unknown;

/**
 * Loads the sources of a provider package.
 *
 * @throws {Error} when it does not export one factory and one class of a provider.
 */
export async function loadProvider({ id, folder }: ProviderPackage): Promise<LoadedProvider> {
  const exported: unknown = await import(pathToFileURL(join(folder, 'src', 'index.ts')).href);
  const functions = Object.entries(Object(exported) as Readonly<Record<string, unknown>>).filter((entry): entry is [string, Callable] => typeof entry[1] === 'function');
  const [className, providerClass] = theOnly(functions.filter(([, { prototype }]) => prototype instanceof AsyncGeneratorProvider), `${id}: a class of a provider`);
  const [factory, make] = theOnly(functions.filter(([name]) => /^[a-z]/u.test(name) && plainName(name) === plainName(id)), `${id}: a factory that is called like the package, in camel case`);
  const plugin = pluginOf(make);
  const provider = plugin?.create(createProviderContext({ env: {} }), {});
  const common = { factory, className, plugin, provider };
  if (providerClass.prototype instanceof GradioSpaceProvider) return { ...common, kind: 'space', keyVariable: 'HF_TOKEN', keyNeeded: 'nowhere' };
  if (provider instanceof HttpServiceProvider) {
    const { keyVariable, keyNeeded = 'everywhere' } = provider.service;
    return { ...common, kind: 'http', keyVariable, keyNeeded };
  }
  throw new Error(`${id} is neither a GradioSpaceProvider nor an HttpServiceProvider, so nobody knows where its credential comes from.`);
}

/** A name without its dashes and capitals: what two spellings of it have in common. */
export function plainName(name: string): string {
  return name.replaceAll(/[^a-z\d]/giu, '').toLowerCase();
}

function theOnly(found: readonly (readonly [string, Callable])[], what: string): readonly [string, Callable] {
  const [first, ...others] = found;
  if (first === undefined || others.length > 0) throw new Error(`${what} has to be exported once; there are ${found.length.toString()}${found.map(([name]) => ` ${name}`).join()}.`);
  return first;
}

function pluginOf(make: Callable): ProviderPlugin | undefined {
  try {
    return make({}) as ProviderPlugin;
  } catch (thrown) {
    if (thrown instanceof ConfigurationError) return undefined;
    throw thrown;
  }
}
