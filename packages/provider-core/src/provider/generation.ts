/** A request that was checked and filled in: what a plugin's generator works from. */
export interface Generation {
  /** The text to paint; never empty. */
  readonly prompt: string;
  readonly negativePrompt?: string | undefined;
  /** The model's own name, aliases resolved. */
  readonly model: string;
  /** Width in pixels, inside the model's bounds. */
  readonly width: number;
  /** Height in pixels, inside the model's bounds. */
  readonly height: number;
  readonly seed: number;
  /** Whether the provider may choose another seed than `seed`. */
  readonly randomizeSeed: boolean;
  readonly guidanceScale: number;
  readonly numInferenceSteps: number;
  /** Number of images. */
  readonly n: number;
  /** Credential of this request; the plugin's options may hold another. */
  readonly apiKey?: string | undefined;
  readonly proxy?: string | undefined;
  /** This provider's own options of the request. */
  readonly providerOptions: Readonly<Record<string, unknown>>;
  /** Aborts when the run ends for whatever reason: hand it to everything that waits. */
  readonly signal: AbortSignal;
}
