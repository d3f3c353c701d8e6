/**
 * How a picture was made, as its file tells: enough to make it again. Holds no token and no credentials.
 *
 * Values are those that were used, so that a later version with other defaults makes the same picture. Nothing depends on
 * the time or on the machine: the same request with the same seed gives the same bytes.
 */
export interface PictureMetadata {
  readonly prompt: string;
  /** What the picture should not show. */
  readonly negativePrompt?: string | undefined;
  /** The model's own name, as the provider calls it. */
  readonly model: string;
  /** Id of the provider that painted it. */
  readonly provider: string;
  /** Missing where the provider does not tell which one it used. */
  readonly seed?: number | undefined;
  /** Width that was asked for, in pixels. */
  readonly width?: number | undefined;
  /** Height that was asked for, in pixels. */
  readonly height?: number | undefined;
  /** Width to height, such as `16:9`, where it was asked for; the sides already follow it. */
  readonly aspectRatio?: string | undefined;
  /** How strictly the picture follows the prompt. */
  readonly guidanceScale?: number | undefined;
  /** Denoising steps. */
  readonly numInferenceSteps?: number | undefined;
  /** What the picture started from: the names of files, without their folders, and URLs as below; the pictures themselves are not kept. */
  readonly images?: readonly string[] | undefined;
  /** The mask, in the same way. */
  readonly mask?: string | undefined;
  /** How far it went from the first of them, where it was given. */
  readonly strength?: number | undefined;
  /** Address of the Space when it was not the provider's own; user, password, query and fragment are not written. */
  readonly url?: string | undefined;
  /** The Space that `--space` named; of an address, user, password, query and fragment are not written. */
  readonly space?: string | undefined;
  /** Name of its function that `--api` named. */
  readonly api?: string | undefined;
  /** Whether the emulator inside the command painted it. Default `false`. */
  readonly embedded?: boolean | undefined;
  /** Version of hypotez that wrote the file. */
  readonly version: string;
}
