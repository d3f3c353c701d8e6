import {
  AsyncGeneratorProvider, Credential, ImagePreview, ImageResponse, ProtocolError, ResponseParseError, imageDownload, sealError,
  type Generation, type ImageResultInit, type PluginEvent, type ProviderContext, type ProviderSettings,
} from '@hypotez/provider-core';
import { GradioClient } from '../client/gradio-client.ts';
import { isHuggingFaceSpace } from '../client/space-state.ts';
import { spaceRoot, type Space } from '../client/space.ts';
import type { FileRoot } from '../files/file-url.ts';
import { imageUrls } from '../files/image-urls.ts';
import type { SignatureReport } from '../signature/check-signature.ts';
import { parseApiEndpoint } from './api-endpoint.ts';
import type { GradioSpaceOptions } from './gradio-space-options.ts';
import { progressOf } from './progress-of.ts';
import { requireOptions } from './require-options.ts';
import type { SpaceInput } from './space-input.ts';

/** What one result of a Space holds. */
export interface SpaceOutput {
  /** The output that holds the image or the gallery. */
  readonly image: unknown;
  /** The output that holds the seed, if there is one. */
  readonly seed?: unknown;
}

/**
 * Base of every Space plugin: a subclass says what its function takes, as data.
 *
 * It follows a job with queue position, steps, previews and error texts, sends the token to the Space's origin only, and
 * asks the Space to cancel a job that nobody waits for.
 */
export abstract class GradioSpaceProvider extends AsyncGeneratorProvider {
  /** Address of the Space. */
  abstract readonly url: string;
  /** Path of the function: prefix, `/call/`, name. */
  abstract readonly apiEndpoint: string;
  /** The function's inputs, in order. */
  abstract readonly inputs: readonly SpaceInput[];

  /** The options but for the credential, which stands in a private field so that printing a provider does not show it. */
  protected readonly options: Omit<GradioSpaceOptions, 'apiKey'>;
  readonly #apiKey: string | undefined;
  #client: GradioClient | undefined;

  constructor(context: ProviderContext, options: GradioSpaceOptions = {}, settings: ProviderSettings = {}) {
    super(context, settings);
    requireOptions(options);
    const { apiKey, ...others } = options;
    this.options = others;
    // A token that is read from a file ends with a line feed, which no header may hold.
    this.#apiKey = apiKey?.trim();
  }

  /** Compares the Space with what this plugin sends to it. Never needed for a run. */
  async signature(options: { readonly signal?: AbortSignal } = {}): Promise<SignatureReport> {
    const { apiName } = parseApiEndpoint(this.apiEndpoint);
    // Loaded at the first use: a program that makes pictures never needs it.
    const { checkSignature } = await import('../signature/check-signature.ts');
    try {
      return await checkSignature(this.#space({}), { apiName, inputs: this.inputs, signal: options.signal });
    } catch (thrown) {
      throw sealError(thrown, { provider: this.id, secrets: this.secrets });
    }
  }

  protected override get secrets(): readonly string[] {
    const token = this.#token();
    return token === undefined ? [] : [token];
  }

  /** Finds image and seed among the outputs of the function. Default: the first and the second. */
  protected readOutput(data: readonly unknown[]): SpaceOutput {
    return { image: data[0], seed: data[1] };
  }

  protected override generate(generation: Generation): AsyncGenerator<PluginEvent, void, undefined> {
    const { prefix, apiName } = parseApiEndpoint(this.apiEndpoint);
    const client = (this.#client ??= new GradioClient(prefix));
    const space = this.#space(generation);
    const data = this.inputs.map(({ value }) => value(generation));
    const submission = { apiName, data, signal: generation.signal, stream: this.options.stream };
    return client.submit(space, submission, (event) => {
      if (event.type !== 'generating' && event.type !== 'complete') return progressOf(event);
      const { image, seed } = this.readOutput(event.data);
      const urls = urlsOf(event.type, image, { root: spaceRoot(space), prefix: client.prefix });
      const result = this.#result(generation, space, urls);
      if (event.type === 'generating') return urls.length === 0 ? undefined : new ImagePreview(result);
      if (urls.length === 0) throw new ResponseParseError("The Space's answer holds no image URL.", { billed: 'maybe' });
      return new ImageResponse({ ...result, seed: this.#seed(seed, generation), width: generation.width, height: generation.height });
    });
  }

  #result({ prompt, model, apiKey }: Generation, space: Space, urls: readonly string[]): ImageResultInit {
    const origins = [new URL(space.url).origin, ...(this.options.imageOrigins ?? []).map((origin) => new URL(origin).origin)];
    const { http, clock, credential, proxy } = space;
    const secrets = apiKey === undefined ? this.secrets : [apiKey, ...this.secrets];
    return { urls, alt: prompt, provider: this.id, model, secrets, download: imageDownload({ http, clock, credential, proxy, origins }) };
  }

  /** The seed that the Space reports, else the one that it was told to use. */
  #seed(reported: unknown, { seed, randomizeSeed }: Generation): number | undefined {
    const value = typeof reported === 'string' && reported.trim() !== '' ? Number(reported) : reported;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    return randomizeSeed ? undefined : seed;
  }

  #space({ apiKey, proxy }: Partial<Pick<Generation, 'apiKey' | 'proxy'>>): Space {
    const { http, clock, random } = this.context;
    const { url } = this;
    const token = apiKey ?? this.#token();
    const header = this.options.tokenHeader ?? (isHuggingFaceSpace(url) ? 'x-hf-authorization' : 'authorization');
    const credential = token === undefined ? undefined : new Credential({ origin: url, header, value: `Bearer ${token}` });
    return { http, clock, random, url, credential, proxy };
  }

  /** The environment's token is Hugging Face's, so it goes to no other host by itself. */
  #token(): string | undefined {
    if (this.#apiKey !== undefined) return this.#apiKey;
    // An empty variable means none.
    const token = isHuggingFaceSpace(this.url) ? (this.context.env['HF_TOKEN']?.trim() ?? '') : '';
    return token === '' ? undefined : token;
  }
}

/** A preview can be missed, whatever the Space sent in its place; the result cannot. */
function urlsOf(type: 'generating' | 'complete', image: unknown, root: FileRoot): readonly string[] {
  try {
    return imageUrls(image, root);
  } catch (thrown) {
    if (type === 'generating' && thrown instanceof ProtocolError) return [];
    throw thrown;
  }
}
