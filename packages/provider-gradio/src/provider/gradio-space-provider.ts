import {
  AsyncGeneratorProvider, Credential, ImagePreview, ImageResponse, ResponseParseError, imageDownload, sealError,
  type Generation, type PluginEvent, type ProviderContext, type ProviderSettings,
} from '@hypotez/provider-core';
import { GradioClient } from '../client/gradio-client.ts';
import { isHuggingFaceSpace } from '../client/is-hugging-face-space.ts';
import { spaceRoot, type Space } from '../client/space.ts';
import type { JobOutput } from '../events/job-event.ts';
import type { FileRoot } from '../files/file-url.ts';
import { imageUrls } from '../files/image-urls.ts';
import type { SignatureReport } from '../signature/check-signature.ts';
import { parseApiEndpoint } from './api-endpoint.ts';
import type { GradioSpaceOptions } from './gradio-space-options.ts';
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
    this.#apiKey = apiKey;
  }

  /** Compares the Space with what this plugin sends to it. Never needed for a run. */
  async signature({ signal, proxy }: { readonly signal?: AbortSignal | undefined; readonly proxy?: string | undefined } = {}): Promise<SignatureReport> {
    const { apiName } = parseApiEndpoint(this.apiEndpoint);
    try {
      // Loaded at the first use: a program that makes pictures never needs it.
      const { checkSignature } = await import('../signature/check-signature.ts');
      return await checkSignature(this.#space({ proxy }), { apiName, inputs: this.inputs, signal });
    } catch (thrown) {
      throw sealError(thrown, { provider: this.id, secrets: this.secrets });
    }
  }

  protected override get secrets(): readonly string[] {
    return [this.#token];
  }

  /** Finds image and seed among the outputs of the function. Default: the first and the second. */
  protected readOutput(data: readonly unknown[]): SpaceOutput {
    return { image: data[0], seed: data[1] };
  }

  protected override generate(generation: Generation): AsyncGenerator<PluginEvent, void, undefined> {
    const { prompt, model, width, height, signal, apiKey = '' } = generation;
    const { prefix, apiName } = parseApiEndpoint(this.apiEndpoint);
    const client = (this.#client ??= new GradioClient(prefix));
    const space = this.#space(generation);
    const { imageOrigins = [], stream } = this.options;
    const origins = [space.url, ...imageOrigins].map((address) => new URL(address).origin);
    const shared = { alt: prompt, provider: this.id, model, secrets: [apiKey, ...this.secrets], download: imageDownload({ ...space, origins }) };
    const data = this.inputs.map(({ value }) => value(generation));
    return client.submit(space, { apiName, data, signal, stream }, (output) => {
      const { image, seed } = this.readOutput(output.data);
      const urls = urlsOf(output.type, image, { root: spaceRoot(space), prefix: client.prefix });
      const result = { ...shared, urls };
      if (output.type === 'generating') return urls.length === 0 ? undefined : new ImagePreview(result);
      if (urls.length === 0) throw new ResponseParseError('The Space sent no image.', { billed: 'maybe' });
      return new ImageResponse({ ...result, seed: seedOf(seed, generation), width, height });
    });
  }

  #space({ apiKey = this.#token, proxy }: Partial<Pick<Generation, 'apiKey' | 'proxy'>>): Space {
    const { http, clock, random } = this.context;
    const { url } = this;
    const header = this.options.tokenHeader ?? (isHuggingFaceSpace(url) ? 'x-hf-authorization' : 'authorization');
    const credential = apiKey === '' ? undefined : new Credential({ origin: url, header, value: `Bearer ${apiKey}` });
    return { http, clock, random, url, credential, proxy };
  }

  /** Empty where there is none. The environment's token is Hugging Face's, so it goes to no other host by itself. */
  get #token(): string {
    // A token that is read from a file ends with a line feed, which no header may hold.
    return (this.#apiKey ?? (isHuggingFaceSpace(this.url) ? this.context.env['HF_TOKEN'] : undefined))?.trim() ?? '';
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
