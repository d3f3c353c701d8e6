import type { createProviderContext } from '@hypotez/provider-core';
import type { PluginFactory } from '../conformance-scenario.ts';

/** What the bundle of a plugin gives: its factory, and a part of the core that it was bundled with. */
export interface PluginExports {
  readonly createProviderContext: typeof createProviderContext;
  readonly factory: PluginFactory;
}

/** Tells whether a bundle gives what was asked for. */
export function isPluginExports(value: unknown): value is PluginExports {
  return typeof value === 'object' && value !== null && 'factory' in value && typeof value.factory === 'function' && 'createProviderContext' in value;
}
