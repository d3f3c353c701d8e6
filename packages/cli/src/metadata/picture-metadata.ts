/** What a picture file tells about how it was made: enough to make it again. No token, no credentials. */
export interface PictureMetadata {
  readonly prompt: string;
  readonly negativePrompt?: string | undefined;
  /** The model's own name, as the provider tells it. */
  readonly model: string;
  /** Id of the provider that painted it. */
  readonly provider: string;
  /** The seed that was used, when the provider tells it. */
  readonly seed?: number | undefined;
  /** What was asked for, such as `16:9`; the model may round it to sides that it can paint. */
  readonly aspectRatio?: string | undefined;
  /** Pixels that were asked for; missing where they followed from the aspect ratio or the model's default. */
  readonly width?: number | undefined;
  /** Pixels, as `width`. */
  readonly height?: number | undefined;
  /** As it was asked for; missing means the model's default. */
  readonly guidanceScale?: number | undefined;
  /** As it was asked for; missing means the model's default. */
  readonly numInferenceSteps?: number | undefined;
  /** Address of the Space when it was not the provider's own, without user, password, query and fragment. */
  readonly url?: string | undefined;
  /** When the picture was made, as ISO 8601 in UTC. */
  readonly created: string;
  /** Version of hypotez that wrote the file. */
  readonly version: string;
}
