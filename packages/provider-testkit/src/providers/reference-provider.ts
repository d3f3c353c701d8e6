import {
  AsyncGeneratorProvider, Credential, ImagePreview, ImageResponse, imageDownload, throwForStatus,
  type Generation, type HttpResponse, type ImageResultInit, type ProviderContext, type ProviderSettings,
} from '@hypotez/provider-core';
import type { ReferenceOptions } from './reference-options.ts';

/** What the two reference providers have in common; each is written as an author of a plugin would write it. */
export abstract class ReferenceProvider extends AsyncGeneratorProvider {
  readonly url: string;
  readonly #apiKey: string | undefined;

  constructor(context: ProviderContext, settings: ProviderSettings, { url, apiKey }: ReferenceOptions) {
    super(context, settings);
    this.url = url;
    this.#apiKey = apiKey;
  }

  protected override get secrets(): readonly string[] {
    return this.#apiKey === undefined ? [] : [this.#apiKey];
  }

  /** Sends the job; an answer that is no success is thrown. */
  protected async start(path: string, { prompt, width, height, seed, apiKey = this.#apiKey, proxy, signal }: Generation): Promise<HttpResponse> {
    const { http, clock } = this.context;
    const credential = apiKey === undefined ? undefined : new Credential({ origin: this.url, header: 'authorization', value: `Bearer ${apiKey}` });
    const response = await http.request({ url: `${this.url}${path}`, method: 'POST', json: { prompt, width, height, seed }, credential, proxy, signal, billable: true });
    await throwForStatus(response, { billable: true, now: clock.date() });
    return response;
  }

  protected preview(url: string, generation: Generation): ImagePreview {
    return new ImagePreview(this.#result(url, generation));
  }

  protected response(url: string, generation: Generation): ImageResponse {
    const { seed, width, height } = generation;
    return new ImageResponse({ ...this.#result(url, generation), seed, width, height });
  }

  #result(url: string, { prompt, model, proxy, apiKey = '' }: Generation): ImageResultInit {
    const { http, clock } = this.context;
    const download = imageDownload({ http, clock, proxy, origins: [new URL(this.url).origin] });
    return { urls: [url], alt: prompt, provider: this.id, model, download, secrets: [apiKey, ...this.secrets] };
  }
}
