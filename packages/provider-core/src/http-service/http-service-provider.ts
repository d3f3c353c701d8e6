import { AuthenticationError } from '../errors/authentication-error.ts';
import type { ImageResultInit } from '../events/image-result.ts';
import type { ImageSource } from '../images/download-image.ts';
import { imageDownload } from '../images/image-download.ts';
import { AsyncGeneratorProvider, type ProviderSettings } from '../provider/async-generator-provider.ts';
import type { Generation } from '../provider/generation.ts';
import type { ProviderContext } from '../provider/provider-context.ts';
import { Credential } from '../transport/credential.ts';
import type { HttpRequest, HttpResponse } from '../transport/http.ts';
import { throwForStatus } from '../transport/status-error.ts';
import { requireServiceOptions, type HttpServiceOptions } from './http-service-options.ts';

/** A vendor's service, as data. */
export interface HttpService {
  /** The vendor's own address: what the environment holds goes to its origin and to no other. */
  readonly url: string;
  /** Environment variable that holds the key, such as `STABILITY_API_KEY`. */
  readonly keyVariable: string;
  /** Where a request without a key is refused before it is sent; other servers of the same kind may ask for none. Default `everywhere`. */
  readonly keyNeeded?: 'everywhere' | 'at-vendor' | undefined;
  /** Milliseconds for which a client is shut out after HTTP 429, where the answer does not say. Default: unknown. */
  readonly rateLimitPauseMs?: number | undefined;
}

/** What differs from one request to the next. */
export type HttpServiceRequest = Pick<HttpRequest, 'json' | 'form' | 'headers' | 'idleTimeoutMs'>;

/**
 * Base of every plugin for a service that takes a key and answers over HTTP: a subclass says what is sent and what comes back.
 *
 * It finds the key, sends it to the service's origin only, makes typed errors of refusals, and says of each what it may have cost.
 */
export abstract class HttpServiceProvider extends AsyncGeneratorProvider {
  /** The service that the plugin was written for. */
  abstract readonly service: HttpService;
  /** Address that is asked: the option `url`, else the service's own. */
  abstract readonly url: string;

  /** The options but for the key, which stands in a private field so that printing a provider does not show it. */
  protected readonly options: Omit<HttpServiceOptions, 'apiKey'>;
  readonly #apiKey: string | undefined;

  constructor(context: ProviderContext, options: HttpServiceOptions = {}, settings: ProviderSettings = {}) {
    super(context, settings);
    requireServiceOptions(options, 'https://api.example.com');
    const { apiKey, ...others } = options;
    this.options = others;
    this.#apiKey = apiKey;
  }

  protected override get secrets(): readonly string[] {
    return [this.#key];
  }

  /** Nothing has to be learned, but a missing key is told here: before anything is said to have begun, and once for all images. */
  protected override preparation({ apiKey }: Pick<Generation, 'apiKey'>): undefined {
    this.#credential(apiKey);
  }

  /**
   * Asks for work that may be charged; only an answer of 200 to 299 comes back. It may take `progressMs` of the context, 300000.
   *
   * @param path what follows the address, with its slash.
   * @throws {AuthenticationError} before anything is sent, when there is no key and one is needed.
   * @throws {ProviderError} of the status, for every other answer.
   */
  protected async post(path: string, { apiKey, proxy, signal }: Pick<Generation, 'apiKey' | 'proxy' | 'signal'>, request: HttpServiceRequest): Promise<HttpResponse> {
    const { http, clock, timeouts } = this.context;
    const url = `${this.url.replace(/\/+$/u, '')}${path}`;
    // A service without a queue sends even the head of its answer only when the picture is there.
    const headersTimeoutMs = timeouts.progressMs;
    const response = await http.request({ ...request, url, method: 'POST', credential: this.#credential(apiKey), proxy, signal, headersTimeoutMs, billable: true });
    await throwForStatus(response, { billable: true, now: clock.date(), rateLimitPauseMs: this.service.rateLimitPauseMs });
    return response;
  }

  /**
   * The seed to send: that of the request, or a drawn one where the service might choose. So it is known, whatever the answer
   * tells; `undefined` where the model has no seeds.
   */
  protected seedOf({ model, seed, randomizeSeed }: Pick<Generation, 'model' | 'seed' | 'randomizeSeed'>): number | undefined {
    const { seed: range } = this.boundsFor(model);
    if (range === undefined) return undefined;
    return randomizeSeed || seed === undefined ? this.context.random.integer(range.min, range.max) : seed;
  }

  /**
   * What a preview or a response of a run is made of.
   *
   * @param source where else than at the service its images may lie: at further origins, or anywhere that is public. They are
   *   fetched without the key.
   */
  protected resultOf({ prompt, model, proxy, apiKey = '' }: Generation, urls: readonly string[], { origins = [], publicImages }: Partial<Pick<ImageSource, 'origins' | 'publicImages'>> = {}): ImageResultInit {
    const { http, clock } = this.context;
    const download = imageDownload({ http, clock, proxy, origins: [new URL(this.url).origin, ...origins], publicImages });
    return { urls, alt: prompt, provider: this.id, model, download, secrets: [apiKey, ...this.secrets] };
  }

  #credential(apiKey = this.#key): Credential | undefined {
    if (apiKey !== '') return new Credential({ origin: this.url, header: 'authorization', value: `Bearer ${apiKey}` });
    const { url, keyVariable, keyNeeded = 'everywhere' } = this.service;
    if (keyNeeded === 'at-vendor' && !this.#isAtVendor) return undefined;
    const { origin } = new URL(url);
    throw new AuthenticationError(`There is no key for ${new URL(this.url).host}: give an apiKey with the request or in the options of ${this.id}, or set ${keyVariable}, which goes to ${origin} only.`);
  }

  /** Empty where there is none. */
  get #key(): string {
    return (this.#apiKey ?? (this.#isAtVendor ? this.context.env[this.service.keyVariable] : undefined))?.trim() ?? '';
  }

  get #isAtVendor(): boolean {
    return new URL(this.url).origin === new URL(this.service.url).origin;
  }
}
