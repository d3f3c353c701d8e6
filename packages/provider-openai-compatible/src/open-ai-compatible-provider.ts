import {
  HttpServiceProvider, ImagePreview, ImageResponse, requireOption,
  type Generation, type HttpService, type PluginEvent, type ProviderContext, type ProviderSettings,
} from '@hypotez/provider-core';
import { OPENAI_URL, hasUnnamedModel, type OpenAiCompatibleOptions } from './open-ai-compatible-options.ts';
import { UNNAMED_MODEL } from './openai-models.ts';
import { readAnswer } from './read-answer.ts';
import { readStream } from './read-stream.ts';
import { requestBody } from './request-body.ts';
import { requestFields, requestedSize, wantsStream, type Dialect } from './request-fields.ts';

/** Images of OpenAI, or of a server that speaks the same; which models there are, its catalogue says. */
export abstract class OpenAiCompatibleProvider extends HttpServiceProvider {
  readonly id: string;
  readonly service: HttpService = { url: OPENAI_URL, keyVariable: 'OPENAI_API_KEY', keyNeeded: 'at-vendor' };
  // The service refuses what it does not know, and gains options with every model.
  override readonly optionNames = 'any';
  readonly #dialect: Dialect;
  readonly #imageOrigins: readonly string[];
  readonly #hasUnnamedModel: boolean;

  constructor(context: ProviderContext, { id = 'openai-compatible', dialect = 'fields', imageOrigins = [], ...options }: OpenAiCompatibleOptions = {}, settings?: ProviderSettings) {
    super(context, options, settings);
    requireOption(['fields', 'sd-server'].includes(dialect), 'dialect', 'fields or sd-server');
    requireOption(imageOrigins.every((origin) => URL.parse(origin)?.origin === origin), 'imageOrigins', 'a list of origins such as http://localhost:8080');
    this.id = id;
    this.#dialect = dialect;
    this.#imageOrigins = imageOrigins;
    this.#hasUnnamedModel = hasUnnamedModel(options);
  }

  /** One where nothing tells the images of a call apart: a stream names none of them, and no answer the seed of each. */
  protected override imagesPerCall(generation: Omit<Generation, 'signal'>): number | undefined {
    return this.boundsFor(generation.model).seed !== undefined || wantsStream(generation.providerOptions) ? 1 : super.imagesPerCall(generation);
  }

  protected override async *generate(generation: Generation): AsyncGenerator<PluginEvent, void, undefined> {
    const { clock, timeouts: { progressMs } } = this.context;
    const seed = this.seedOf(generation);
    const isNamed = !this.#hasUnnamedModel || generation.model !== UNNAMED_MODEL.id;
    const fields = requestFields(generation, { id: this.id, dialect: this.#dialect, isNamed, seed });
    const path = generation.images.length === 0 ? '/images/generations' : '/images/edits';
    yield { type: 'progress', stage: 'started' };
    // Between two events of a stream lies painting, of which no sign is promised.
    const response = await this.post(path, generation, { ...requestBody(fields, generation), idleTimeoutMs: progressMs });
    // The answer says what it is: a server that cannot stream gives the result alone.
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    const pictures = isStream ? readStream(response, clock.date(), progressMs) : readAnswer(response, generation.n, clock.date());
    for await (const { type, url, size = requestedSize(generation), revisedPrompt, usage } of pictures) {
      const result = this.resultOf(generation, [url], { origins: this.#imageOrigins, publicImages: true });
      yield type === 'preview' ? new ImagePreview(result) : new ImageResponse({ ...result, ...size, seed, revisedPrompt, usage });
    }
  }
}
