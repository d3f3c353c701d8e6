import type { ImageRequest, ProviderPlugin } from '@hypotez/provider-core';
import type { Script } from '../server/step.ts';
import type { Wire } from '../wires/wire.ts';

/** Makes the plugin for a service at another address, with a credential of the plugin's own options where one is given. */
export type PluginFactory = (options: { readonly url: string; readonly apiKey?: string | undefined }) => ProviderPlugin;

/** What a plugin says that it can, as its documentation says it too; each is held against what comes. */
export interface ScenarioCapabilities {
  /** Pictures that are not finished come before the one that is. */
  readonly previews: boolean;
  /** The place in the queue is told. */
  readonly queuePosition: boolean;
  /** The seed that was used stands in the answer, also when the service chose it. */
  readonly seedInAnswer: boolean;
  /** The service is asked to end a job that nobody waits for. */
  readonly remoteCancel: boolean;
}

/** What the author of a plugin tells of its service. */
export interface ConformanceScenario {
  /** How a healthy service answers. */
  readonly wire: Wire;
  /** The example of the plugin's documentation, and the body that has to be sent for it, to the byte. A boundary of multipart counts as `boundary`. */
  readonly example: { readonly request: ImageRequest; readonly payload: string };
  readonly capabilities: ScenarioCapabilities;
  /** How the service refuses a prompt by its rules, in the place of the answer to the start. Default: HTTP 451. */
  readonly moderation?: Script | undefined;
}

/** A plugin and what it is tried against. */
export interface ConformanceSubject {
  readonly plugin: PluginFactory;
  readonly scenario: ConformanceScenario;
}
