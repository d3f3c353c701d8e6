import type { ImageModel } from '@ai-sdk/openai';

/** What the tools use of `ai` 7.x. */
export declare function generateImage(options: {
  readonly model: ImageModel;
  readonly prompt: string;
  readonly n: number;
  readonly maxRetries?: number;
  readonly abortSignal: AbortSignal;
}): Promise<{ readonly images: readonly { readonly uint8Array: Uint8Array }[] }>;

export declare class AISDKError extends Error {
  static isInstance(error: unknown): boolean;
}
