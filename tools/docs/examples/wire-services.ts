import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answer, queueWire, startFaultServer, type ServiceWire } from '@hypotez/provider-testkit';
import { loadProvider, type LoadedProvider } from '../../providers/load-provider.ts';
import { providerPackages, type ProviderPackage } from '../../providers/provider-packages.ts';
import type { ExampleService } from './example-services.ts';

/**
 * The services of all provider packages, played by what their own tests play them with: the wire in `src/testing/<…>-wire.ts`,
 * for a Space that of the kit. A plugin that cannot be made without options has none.
 */
export async function wireServices(packages: readonly ProviderPackage[] = providerPackages()): Promise<readonly ExampleService[]> {
  const found = await Promise.all(packages.map(async (provider) => {
    const loaded = await loadProvider(provider);
    const wire = loaded.kind === 'space' ? queueWire : await wireOf(provider);
    return addressesOf(loaded).map((address) => ({ origin: new URL(address).origin, keyVariable: loaded.kind === 'space' ? undefined : loaded.keyVariable, start: () => startWire(wire) }));
  }));
  return found.flat();
}

/** Where a provider asks: its own address, and those of models that have another. */
function addressesOf({ provider }: LoadedProvider): readonly string[] {
  const own = [provider, ...Object.values(Object(propertyIn(provider, 'spaces')) as Readonly<Record<string, unknown>>)].map((place) => propertyIn(place, 'url'));
  return [...new Set(own.filter((url) => typeof url === 'string'))];
}

async function wireOf({ id, folder }: ProviderPackage): Promise<ServiceWire> {
  const [file, ...others] = globSync('src/testing/*-wire.ts', { cwd: folder });
  if (file === undefined || others.length > 0) throw new Error(`${id} has to have one src/testing/<…>-wire.ts, which plays its service.`);
  const wire = Object.values(Object(await import(pathToFileURL(join(folder, file)).href)) as Readonly<Record<string, unknown>>).find(isWire);
  if (wire === undefined) throw new Error(`${file} of ${id} exports no ServiceWire.`);
  return wire;
}

function startWire(wire: ServiceWire): ReturnType<ExampleService['start']> {
  return startFaultServer({
    respond: (request, self) => {
      const part = wire.partOf(request);
      return part === undefined ? [answer(404)] : wire.answer(part, self, request);
    },
  });
}

function isWire(value: unknown): value is ServiceWire {
  return typeof propertyIn(value, 'partOf') === 'function' && typeof propertyIn(value, 'answer') === 'function';
}

function propertyIn(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
