import {
  HttpServiceProvider, ImageResponse, ProviderModelMixin, createProviderContext,
  type Generation, type HttpService, type HttpServiceOptions, type PluginEvent, type ProviderContext, type ProviderSettings,
} from '@hypotez/provider-core';
import { catalog } from './catalog.ts';
import { endpointOf } from './endpoint-of.ts';
import { paintingForm } from './painting-form.ts';
import { readPicture } from './read-picture.ts';
import { REQUEST_OPTIONS } from './request-options.ts';
import { requirePaintable } from './require-paintable.ts';

/** Options of this plugin: the `apiKey`, and the `url` of a server that speaks the same. */
export type StabilityApiOptions = HttpServiceOptions;

/** Stable Diffusion 3.5, Stable Image Core and Ultra through the REST API (v2beta) of Stability AI. */
export class StabilityApiProvider extends ProviderModelMixin(HttpServiceProvider, catalog) {
  readonly id = 'stability-api';
  readonly service: HttpService = { url: catalog.url, keyVariable: 'STABILITY_API_KEY', rateLimitPauseMs: 60_000 };
  override readonly url = this.options.url ?? catalog.url;
  override readonly optionNames = Object.keys(REQUEST_OPTIONS);

  /** @throws {ConfigurationError} when an option is wrong. */
  constructor(options?: StabilityApiOptions, context: ProviderContext = createProviderContext(), settings?: ProviderSettings) {
    super(context, options, settings);
  }

  protected override async *generate(generation: Generation): AsyncGenerator<PluginEvent, void, undefined> {
    requirePaintable(generation);
    const sent = this.seedOf(generation);
    yield { type: 'progress', stage: 'started' };
    const response = await this.post(`/v2beta/stable-image/generate/${endpointOf(generation.model)}`, generation, {
      form: paintingForm(generation, sent),
      // Bytes are a quarter smaller than their base64 in JSON, and the head tells of a blurred picture before it is read.
      headers: { accept: 'image/*' },
    });
    const { url, seed = sent, warnings } = await readPicture(response);
    yield new ImageResponse({ ...this.resultOf(generation, [url]), seed, warnings });
  }
}
