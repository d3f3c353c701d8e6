import type { AsyncGeneratorProvider } from '@hypotez/provider-core';
import type { GradioSpaceProvider } from '@hypotez/provider-gradio';

/** Tells whether a provider asks a Gradio Space. Not by class: a plugin may bring another installed copy of it. */
export function isSpace(provider: AsyncGeneratorProvider): provider is AsyncGeneratorProvider & Pick<GradioSpaceProvider, 'signature' | 'inputs'> {
  return typeof Reflect.get(provider, 'signature') === 'function' && Array.isArray(Reflect.get(provider, 'inputs'));
}
