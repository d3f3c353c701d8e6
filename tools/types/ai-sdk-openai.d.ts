/** What the tools use of `@ai-sdk/openai` 4.x. */
export declare function createOpenAI(options: { readonly apiKey: string; readonly baseURL: string; readonly headers: Readonly<Record<string, string>> }): {
  image(model: string): ImageModel;
};

/** A model that `generateImage` takes. */
export interface ImageModel {
  readonly modelId: string;
}
