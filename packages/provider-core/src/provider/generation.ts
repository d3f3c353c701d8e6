import type { ImageFile } from '../images/image-file.ts';

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
  /** The input images, read and checked; empty when there are none. Attempts at other providers get the same: they are not to be written to. */
  readonly images: readonly ImageFile[];
  /** Which part of the first input image may change. */
  readonly mask?: ImageFile | undefined;
  /** How far the picture may go from the first input image, 0 to 1. */
  readonly strength?: number | undefined;
  /** Credential of this request; the plugin's options may hold another. */
  readonly apiKey?: string | undefined;
  readonly proxy?: string | undefined;
  /** This provider's own options of the request. */
  readonly providerOptions: Readonly<Record<string, unknown>>;
  /** Aborts when the run ends for whatever reason: hand it to everything that waits. */
  readonly signal: AbortSignal;
}
