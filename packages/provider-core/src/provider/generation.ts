import type { ImageFile } from '../images/image-file.ts';
import type { ImageRequest } from '../request/image-request.ts';
import type { AspectRatio } from '../sizes/aspect-ratio.ts';

/** A request that was checked and filled in: what a plugin's generator works from. */
export interface Generation {
  /** The text to paint; never empty. */
  readonly prompt: string;
  readonly negativePrompt?: string | undefined;
  /** The model's own name, aliases resolved. */
  readonly model: string;
  /** The ratio of the size: the one of the model's list, where it has one. */
  readonly aspectRatio: AspectRatio;
  /** Width in pixels, inside the model's bounds; about the width where the service takes a ratio only. */
  readonly width: number;
  /** Height in pixels, inside the model's bounds. */
  readonly height: number;
  /** Missing where the model has no seeds and none by default; the same for the two figures below. */
  readonly seed?: number | undefined;
  /** Whether the provider may choose another seed than `seed`. */
  readonly randomizeSeed: boolean;
  readonly guidanceScale?: number | undefined;
  readonly numInferenceSteps?: number | undefined;
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
  /** The fields that the request brought itself; all others are defaults. */
  readonly given: ReadonlySet<keyof ImageRequest>;
  /** What is done otherwise than asked, for people. The run adds it to every image; a plugin adds only its own. */
  readonly warnings: readonly string[];
  /** This provider's own options of the request. */
  readonly providerOptions: Readonly<Record<string, unknown>>;
  /** Aborts when the run ends for whatever reason: hand it to everything that waits. */
  readonly signal: AbortSignal;
}
