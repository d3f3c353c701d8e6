import {
  AsyncGeneratorProvider, Credential, ImagePreview, ImageResponse, ResponseParseError, imageDownload, loadLate, sealError,
  type Generation, type PluginEvent, type ProviderContext, type ProviderSettings,
} from '@hypotez/provider-core';
import { GradioClient, type Submission } from '../client/gradio-client.ts';
import { isHuggingFaceSpace } from '../client/is-hugging-face-space.ts';
import { spaceRoot, type Space } from '../client/space.ts';
import type { JobOutput } from '../events/job-event.ts';
import type { FileRoot } from '../files/file-url.ts';
import { imageUrls } from '../files/image-urls.ts';
import type { SignatureReport } from '../signature/check-signature.ts';
import { parseApiEndpoint } from './api-endpoint.ts';
import type { GradioSpaceOptions } from './gradio-space-options.ts';
import { requireOptions } from './require-options.ts';
import { inputValues, type UploadedImages } from './input-values.ts';
import type { SpaceFunction } from './space-function.ts';
import type { SpaceInput } from './space-input.ts';
import { withDrawnSeed } from './with-drawn-seed.ts';

/** What one result of a Space holds. */
export interface SpaceOutput {
  /** The output that holds the image or the gallery. */
  readonly image: unknown;
  /** The output that holds the seed, if there is one. */
  readonly seed?: unknown;
}

/** Which Space is compared, and how it is asked. */
export interface SignatureRequest {
  /** Model or alias. Default: the default model. */
  readonly model?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly proxy?: string | undefined;
}

/**
 * Base of every Space plugin: a subclass says what its function takes, as data.
 *
 * It follows a job with queue position, steps, previews and error texts, sends the token to the Space's origin only, and
 * asks the Space to cancel a job that nobody waits for.
 */
export abstract class GradioSpaceProvider extends AsyncGeneratorProvider implements SpaceFunction {
  /** Address of the Space. */
  abstract readonly url: string;
  /** Path of the function: prefix, `/call/`, name. */
  abstract readonly apiEndpoint: string;
  /** The function's inputs, in order. */
  abstract readonly inputs: readonly SpaceInput[];

  /** What differs for models that have Spaces or inputs of their own, by the model's own name. Default: nothing. */
  readonly spaces: Readonly<Record<string, Partial<SpaceFunction>>> = {};

  /** The options but for the credential, which stands in a private field so that printing a provider does not show it. */
  protected readonly options: Omit<GradioSpaceOptions, 'apiKey'>;
  readonly #apiKey: string | undefined;
  /** Clients by address and prefix: each remembers what it learned of its Space. */
  readonly #clients = new Map<string, GradioClient>();

  constructor(context: ProviderContext, options: GradioSpaceOptions = {}, settings: ProviderSettings = {}) {
    super(context, settings);
    requireOptions(options);
    const { apiKey, ...others } = options;
    this.options = others;
    this.#apiKey = apiKey;
  }

  /** Compares the Space of a model with what this plugin sends to it. Never needed for a run. Default: the default model's. */
  async signature({ model, signal, proxy }: SignatureRequest = {}): Promise<SignatureReport> {
    try {
      const name = this.getModel(model);
      await this.preparation?.({ model: name, proxy })?.(signal);
      const { url, apiEndpoint, inputs } = this.#functionOf(name);
      const { apiName } = parseApiEndpoint(apiEndpoint);
      // Loaded at the first use: a program that makes pictures never needs it.
      const { checkSignature } = await loadLate('What compares signatures', () => import('../signature/check-signature.ts'));
      return await checkSignature(this.spaceAt(url, { proxy }), { apiName, inputs, bounds: this.boundsFor(model), signal });
    } catch (thrown) {
      throw sealError(thrown, { provider: this.id, secrets: this.secrets });
    }
  }

  protected override get ownBounds(): GradioSpaceOptions['bounds'] {
    return this.options.bounds;
  }

  /** Unless the bounds say otherwise, a job of the Space makes one image. */
  protected override imagesPerCall(generation: Omit<Generation, 'signal'>): number {
    return super.imagesPerCall(generation) ?? 1;
  }

  protected override get secrets(): readonly string[] {
    return [this.#apiKey?.trim() ?? this.#inheritedToken];
  }

  /** Finds image and seed among the outputs of the function. Default: the first and the second. */
  protected readOutput(data: readonly unknown[]): SpaceOutput {
    return { image: data[0], seed: data[1] };
  }

  protected override generate(generation: Generation): AsyncGenerator<PluginEvent, void, undefined> {
    const { images, mask } = generation;
    return images.length === 0 && mask === undefined ? this.#submit(generation) : this.#uploadAndSubmit(generation);
  }

  async *#uploadAndSubmit(generation: Generation): AsyncGenerator<PluginEvent, void, undefined> {
    const { images, mask, signal, model } = generation;
    const { url, apiEndpoint } = this.#functionOf(model);
    const client = this.#clientOf(url, parseApiEndpoint(apiEndpoint).prefix);
    const { files, headers } = await client.upload(this.spaceAt(url, generation), mask === undefined ? images : [...images, mask], signal);
    yield* this.#submit(generation, { images: files.slice(0, images.length), mask: files[images.length] }, headers);
  }

  #submit(given: Generation, uploaded: UploadedImages = { images: [] }, headers?: Submission['headers']): AsyncGenerator<PluginEvent, void, undefined> {
    const { url, apiEndpoint, inputs } = this.#functionOf(given.model);
    const generation = withDrawnSeed(given, inputs, this.boundsFor(given.model).seed, this.context.random);
    const { prompt, model, width, height, signal, apiKey = '' } = generation;
    const { prefix, apiName } = parseApiEndpoint(apiEndpoint);
    const client = this.#clientOf(url, prefix);
    const space = this.spaceAt(url, generation);
    const { imageOrigins = [], stream } = this.options;
    const origins = [url, ...imageOrigins].map((address) => new URL(address).origin);
    const shared = { alt: prompt, provider: this.id, model, secrets: [apiKey, ...this.secrets], download: imageDownload({ ...space, origins }) };
    // The size of a Space that takes none is its own affair.
    const isSizeSent = inputs.some(({ value }) => typeof value === 'function' || value === 'width' || value === 'height');
    const data = inputValues(inputs, generation, uploaded);
    return client.submit(space, { apiName, data, signal, stream, headers }, (output) => {
      const { image, seed } = this.readOutput(output.data);
      const urls = urlsOf(output.type, image, { root: spaceRoot(space), prefix: client.prefix });
      const result = { ...shared, urls };
      if (output.type === 'generating') return urls.length === 0 ? undefined : new ImagePreview(result);
      if (urls.length === 0) throw new ResponseParseError('The Space sent no image.', { billed: 'maybe' });
      return new ImageResponse({ ...result, seed: seedOf(seed, generation), ...(isSizeSent ? { width, height } : {}) });
    });
  }

  /** A Space as it is spoken to: with the token of the request, else that of the options or the environment. */
  protected spaceAt(url: string, { apiKey = this.#tokenFor(url), proxy }: Partial<Pick<Generation, 'apiKey' | 'proxy'>>): Space {
    const { http, clock, random } = this.context;
    const header = this.options.tokenHeader ?? (isHuggingFaceSpace(url) ? 'x-hf-authorization' : 'authorization');
    const credential = apiKey === '' ? undefined : new Credential({ origin: url, header, value: `Bearer ${apiKey}` });
    return { http, clock, random, url, credential, proxy };
  }

  #functionOf(model: string): SpaceFunction {
    const { url = this.url, apiEndpoint = this.apiEndpoint, inputs = this.inputs } = this.spaces[model] ?? {};
    const { url: otherUrl = url, apiEndpoint: otherEndpoint = apiEndpoint } = this.options.spaces?.[model] ?? {};
    return { url: otherUrl, apiEndpoint: otherEndpoint, inputs };
  }

  #clientOf(url: string, prefix: string): GradioClient {
    const key = `${url} ${prefix}`;
    const client = this.#clients.get(key) ?? new GradioClient(prefix);
    this.#clients.set(key, client);
    return client;
  }

  /** Empty where there is none. The environment's token is Hugging Face's, so it goes to no other host by itself. */
  #tokenFor(url: string): string {
    return this.#apiKey?.trim() ?? (isHuggingFaceSpace(url) ? this.#inheritedToken : '');
  }

  get #inheritedToken(): string {
    // A token that is read from a file ends with a line feed, which no header may hold.
    return this.context.env['HF_TOKEN']?.trim() ?? '';
  }
}

/** A preview can be missed, whatever the Space sent in its place; the result cannot. */
function urlsOf(type: JobOutput['type'], image: unknown, root: FileRoot): readonly string[] {
  try {
    return imageUrls(image, root);
  } catch (thrown) {
    if (type === 'generating') return [];
    throw thrown;
  }
}

/** The seed that the Space reports, else the one that it was told to use. */
function seedOf(reported: unknown, { seed, randomizeSeed }: Generation): number | undefined {
  const value = typeof reported === 'string' && reported.trim() !== '' ? Number(reported) : reported;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  return randomizeSeed ? undefined : seed;
}
