import { ImageResponse } from '../events/image-response.ts';
import type { PluginEvent } from '../events/image-event.ts';
import type { HttpServiceOptions } from '../http-service/http-service-options.ts';
import { HttpServiceProvider, type HttpService } from '../http-service/http-service-provider.ts';
import { createProviderContext } from '../provider/create-provider-context.ts';
import type { Generation } from '../provider/generation.ts';
import type { ProviderContext } from '../provider/provider-context.ts';
import { ProviderModelMixin } from '../provider/provider-model-mixin.ts';
import { CATALOG } from './example-provider.ts';

/** A plugin for a service that answers with the address of the picture, as text. */
export class ExampleService extends ProviderModelMixin(HttpServiceProvider, CATALOG) {
  readonly id = 'example';
  readonly service: HttpService;
  override readonly url = this.options.url ?? CATALOG.url;

  constructor(options?: HttpServiceOptions, context: ProviderContext = createProviderContext(), service: Partial<HttpService> = {}) {
    super(context, options);
    this.service = { url: CATALOG.url, keyVariable: 'EXAMPLE_API_KEY', ...service };
  }

  protected override async *generate(generation: Generation): AsyncGenerator<PluginEvent, void, undefined> {
    const response = await this.post('/paint', generation, { json: { prompt: generation.prompt }, headers: { accept: 'text/plain' } });
    yield new ImageResponse(this.resultOf(generation, [await response.text()]));
  }
}
