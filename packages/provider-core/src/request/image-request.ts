import type { ImageInput } from '../input/image-input.ts';
import type { Messages } from '../messages/messages.ts';
import type { AspectRatio } from '../sizes/aspect-ratio.ts';

/** What an application asks for. Everything but a text to paint is optional; defaults are the model's own. */
export interface ImageRequest {
  /** Model name or alias, such as `sd-3.5`. Default: the provider's default model. */
  readonly model?: string | undefined;
  /** The conversation that the prompt is taken from when there is no `prompt`. */
  readonly messages?: Messages | undefined;
  /** The text to paint; wins over `messages`. */
  readonly prompt?: string | undefined;
  /** What the picture should not show. Default none. */
  readonly negativePrompt?: string | undefined;
  /** Credential of the provider; sent to the provider's own origin only. */
  readonly apiKey?: string | undefined;
  /** Proxy for this run: `http:`, `https:` or `socks5:` URL, with user and password if needed. Node only. */
  readonly proxy?: string | undefined;
  /** Width to height, such as `16:9`; explicit sides win. */
  readonly aspectRatio?: AspectRatio | undefined;
  /** Width in pixels. */
  readonly width?: number | undefined;
  /** Height in pixels. */
  readonly height?: number | undefined;
  /** How strictly the picture follows the prompt (classifier-free guidance); the range is the model's. */
  readonly guidanceScale?: number | undefined;
  /** Number of denoising steps; the range is the model's. */
  readonly numInferenceSteps?: number | undefined;
  /**
   * Start of the random numbers; the same request with the same seed gives the same picture. Of several images each takes
   * the next seed, the smallest one after the largest.
   */
  readonly seed?: number | undefined;
  /** Lets the provider choose the seed. Default `true` without a `seed`, `false` with one. */
  readonly randomizeSeed?: boolean | undefined;
  /** Number of images, from 1; the most is the model's. Default 1. */
  readonly n?: number | undefined;
  /**
   * Which of the `n` images to make, by index from 0, in order, when the others are there already. Default: all. With a given
   * seed each is the one that it would have been among all of them.
   */
  readonly indexes?: readonly number[] | undefined;
  /**
   * Pictures to start from; how many is the model's. Read at the first `next()` of the run, before anything is sent: bytes that
   * change later do not count. Default none.
   */
  readonly images?: readonly ImageInput[] | undefined;
  /** Which part of the first picture may change; what its colours mean is the model's. Default none. */
  readonly mask?: ImageInput | undefined;
  /** How far the picture may go from the first input image, 0 to 1; at 1 nothing is left of it. Default: the model's. */
  readonly strength?: number | undefined;
  /** Ends the run from outside. */
  readonly signal?: AbortSignal | undefined;
  /** Longest time for the whole run, in milliseconds, 1 to 2147483647. Default 600000 (ten minutes). */
  readonly timeoutMs?: number | undefined;
  /** Options of single providers, by provider id; those of other providers are passed over. */
  readonly providerOptions?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
}
