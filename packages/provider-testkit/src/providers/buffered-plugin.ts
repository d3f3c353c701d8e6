import { ProviderModelMixin, ResponseParseError, definePlugin, propertyOf, type Generation, type PluginEvent, type ProviderContext, type ProviderSettings } from '@hypotez/provider-core';
import { referenceCatalog } from './reference-catalog.ts';
import type { ReferenceOptions } from './reference-options.ts';
import { ReferenceProvider } from './reference-provider.ts';

const catalog = referenceCatalog({ previews: false, progress: false, queuePosition: false });

/** A service that answers a POST with JSON, in which the address of the image stands. */
class BufferedProvider extends ProviderModelMixin(ReferenceProvider, catalog) {
  readonly id: string;

  constructor(context: ProviderContext, settings: ProviderSettings, options: ReferenceOptions) {
    super(context, settings, options);
    this.id = options.id ?? 'buffered';
  }

  protected override async *generate(generation: Generation): AsyncGenerator<PluginEvent, void, undefined> {
    yield { type: 'progress', stage: 'started' };
    const response = await this.start('/v1/images', generation);
    const url = propertyOf(propertyOf(await response.json(), 'image'), 'url');
    if (typeof url !== 'string') throw new ResponseParseError('The answer names no image.', { billed: 'maybe' });
    yield this.response(url, generation);
  }
}

/** A plugin for a service that paints while the caller waits: JSON there, JSON back, then the image by its URL. */
export function bufferedPlugin(options: ReferenceOptions) {
  return definePlugin({ id: options.id ?? 'buffered', models: catalog.models, create: (context, settings) => new BufferedProvider(context, settings, options) });
}
