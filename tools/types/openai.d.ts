/** What the tools use of `openai` 7.x. */
export default class OpenAI {
  constructor(options: {
    readonly apiKey: string;
    readonly baseURL: string;
    readonly defaultHeaders?: Readonly<Record<string, string>>;
    /** Milliseconds for each attempt. Default: ten minutes. */
    readonly timeout?: number;
    readonly maxRetries?: number;
    readonly logLevel: 'off';
  });
  readonly images: {
    generate(body: ImageBody & { readonly stream: true; readonly partial_images: number }, options?: RequestOptions): Promise<AsyncIterable<ImageEvent>>;
    /** Also `null` where the answer has no body, against its own types. */
    generate(body: ImageBody, options?: RequestOptions): Promise<ImagesAnswer | null>;
    edit(body: ImageEditBody & { readonly stream: true }, options?: RequestOptions): Promise<AsyncIterable<ImageEvent>>;
    edit(body: ImageEditBody, options?: RequestOptions): Promise<ImagesAnswer>;
  };
}

export declare class OpenAIError extends Error {}

interface ImageBody {
  readonly model: string;
  readonly prompt: string;
  readonly n?: number;
  readonly size?: string;
  readonly quality?: string;
  readonly background?: string;
  readonly output_format?: string;
  readonly output_compression?: number;
  readonly moderation?: string;
  readonly safety_identifier?: string;
  readonly stream?: boolean;
  readonly partial_images?: number;
}

interface ImageEditBody extends ImageBody {
  readonly image: File | readonly File[];
  readonly mask?: File;
  readonly svg?: { readonly model: string; readonly reasoning: { readonly effort: string } };
}

interface ImagesAnswer {
  readonly data?: readonly { readonly b64_json?: string }[];
  readonly usage?: { readonly total_tokens: number };
}

interface RequestOptions {
  readonly signal: AbortSignal;
}

interface ImageEvent {
  readonly type: `image_${'generation' | 'edit'}.${'partial_image' | 'completed'}`;
  readonly b64_json: string;
}
