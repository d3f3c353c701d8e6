/** What the tools use of `openai` 7.x. */
export default class OpenAI {
  constructor(options: {
    readonly apiKey: string;
    readonly baseURL: string;
    readonly defaultHeaders: Readonly<Record<string, string>>;
    /** Milliseconds for each attempt. Default: ten minutes. */
    readonly timeout?: number;
    readonly maxRetries?: number;
    readonly logLevel: 'off';
  });
  readonly images: {
    generate(body: ImageBody & { readonly stream: true; readonly partial_images: number }, options: RequestOptions): Promise<AsyncIterable<ImageEvent>>;
    /** Also `null` where the answer has no body, against its own types. */
    generate(body: ImageBody, options: RequestOptions): Promise<{ readonly data?: readonly { readonly b64_json?: string }[] } | null>;
  };
}

export declare class OpenAIError extends Error {}

interface ImageBody {
  readonly model: string;
  readonly prompt: string;
  readonly n: number;
}

interface RequestOptions {
  readonly signal: AbortSignal;
}

interface ImageEvent {
  readonly type: 'image_generation.partial_image' | 'image_generation.completed';
  readonly b64_json: string;
}
