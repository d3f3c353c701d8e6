import {
  AsyncGeneratorProvider, Credential, ImagePreview, ImageResponse, ProtocolError, ProviderModelMixin, ResponseParseError, StreamEndedError, defineCatalog, definePlugin,
  imageDownload, parseJson, propertyOf, statusError, throwForStatus,
  type Generation, type HttpResponse, type PluginEvent, type ProviderContext, type ProviderSettings,
} from '@hypotez/provider-core';

const catalog = defineCatalog({
  label: 'Images',
  url: 'https://api.openai.com',
  working: true,
  capabilities: { previews: true, progress: false, queuePosition: false, remoteCancel: false, seedInAnswer: false, negativePrompt: false, imageInput: 0, mask: false, strength: false },
  bounds: { size: { min: 1, max: 1 }, n: { min: 1, max: 10 }, imagesPerCall: 1 },
  defaults: { aspectRatio: '1:1' },
  models: [{ id: 'gpt-image-1', aliases: ['images'] }],
});

/** How the provider is made. */
export interface ImagesOptions {
  readonly url: string;
  readonly apiKey: string;
  readonly form: 'buffered' | 'stream';
}

/** A provider for the images of OpenAI's wire, as an author of a plugin would write it, so that both sides of the comparison get the same bytes. */
export class ImagesProvider extends ProviderModelMixin(AsyncGeneratorProvider, catalog) {
  readonly id = 'images';
  readonly #options: ImagesOptions;

  constructor(context: ProviderContext, settings: ProviderSettings, options: ImagesOptions) {
    super(context, settings);
    this.#options = options;
  }

  protected override get secrets(): readonly string[] {
    return [this.#options.apiKey];
  }

  protected override async *generate(generation: Generation): AsyncGenerator<PluginEvent, void, undefined> {
    const { url, apiKey, form } = this.#options;
    const response = await this.context.http.request({
      url: `${url}/v1/images/generations`,
      method: 'POST',
      json: { model: generation.model, prompt: generation.prompt, n: 1, ...(form === 'stream' ? { stream: true, partial_images: 1 } : {}) },
      credential: new Credential({ origin: url, header: 'authorization', value: `Bearer ${apiKey}` }),
      signal: generation.signal,
      billable: true,
    });
    await throwForStatus(response, { billable: true, now: this.context.clock.date() });
    // A gateway that cannot stream answers with the result alone.
    if (form === 'stream' && response.headers.get('content-type')?.startsWith('text/event-stream') === true) yield* this.#follow(response, generation);
    else yield this.#response(base64In(firstOf(await response.json())), generation);
  }

  async *#follow(response: HttpResponse, generation: Generation): AsyncGenerator<PluginEvent, void, undefined> {
    for await (const { data, complete } of response.events()) {
      if (!complete || data === '[DONE]') break;
      const value = parseJson(data);
      switch (propertyOf(value, 'type')) {
        case 'image_generation.partial_image':
          yield new ImagePreview(this.#result(base64In(value), generation));
          break;
        case 'image_generation.completed':
          response.finish();
          yield this.#response(base64In(value), generation);
          return;
        case 'error':
          throw statusError({ status: 500, headers: response.headers, url: response.url }, data, { billable: true, now: this.context.clock.date() });
        default:
          if (value === undefined) throw new ProtocolError('An event of the stream is no JSON.', { billed: 'maybe' });
      }
    }
    throw new StreamEndedError('The stream ended before the image came.');
  }

  #response(base64: string, generation: Generation): ImageResponse {
    return new ImageResponse(this.#result(base64, generation));
  }

  #result(base64: string, { prompt, model }: Generation) {
    const { http, clock } = this.context;
    return { urls: [`data:image/png;base64,${base64}`], alt: prompt, provider: this.id, model, download: imageDownload({ http, clock, origins: [] }), secrets: this.secrets };
  }
}

function firstOf(answer: unknown): unknown {
  const data = propertyOf(answer, 'data');
  return Array.isArray(data) ? data[0] : undefined;
}

function base64In(value: unknown): string {
  const base64 = propertyOf(value, 'b64_json');
  if (typeof base64 !== 'string') throw new ResponseParseError('The answer holds no image.', { billed: 'maybe' });
  return base64;
}

/** The provider as a plugin. */
export function imagesProvider(options: ImagesOptions) {
  return definePlugin({ id: 'images', models: catalog.models, create: (context, settings) => new ImagesProvider(context, settings, options) });
}
