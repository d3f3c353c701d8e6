import type { ImageRequest, ProviderPlugin } from '@hypotez/provider-core';
import type { Script } from '../server/step.ts';
import type { ServiceWire } from '../wires/service-wire.ts';

/** Makes the plugin for a service at another address, with a credential of the plugin's own options where one is given. */
export type PluginFactory = (options: { readonly url: string; readonly apiKey?: string | undefined }) => ProviderPlugin;

/** Where the plugin's code stands, for the checks that bundle it and run it by itself. */
export interface PluginEntry {
  /** The module, such as `new URL('./index.ts', import.meta.url)`, or the name of a package. */
  readonly module: URL | string;
  /** Name under which it exports the factory of the plugin. */
  readonly factory: string;
  /** Options that the factory needs beside `url` and `apiKey`; what JSON can hold. Default: none. */
  readonly options?: Readonly<Record<string, unknown>> | undefined;
}

/** What the author of a plugin tells of its service. */
export interface ConformanceScenario {
  readonly entry: PluginEntry;
  /** How a healthy service answers. */
  readonly wire: ServiceWire;
  /** The example of the plugin's documentation, and the body that has to be sent for it, to the byte. A boundary of multipart counts as `boundary`. */
  readonly example: { readonly request: ImageRequest; readonly payload: string | Uint8Array };
  /** How the service refuses a prompt by its rules, in the place of the answer to the start or of the news. Default: HTTP 451 to the start. */
  readonly moderation?: { readonly start?: Script | undefined; readonly news?: Script | undefined } | undefined;
}

/** A plugin and what it is tried against. */
export interface ConformanceSubject {
  readonly plugin: PluginFactory;
  readonly scenario: ConformanceScenario;
}
