/** A finished picture: 8-bit RGB, row by row from the top. */
export interface Picture {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** Three bytes a pixel. */
  readonly pixels: Uint8Array;
}

/** What a picture is painted from. The same settings give the same bytes. */
export interface PictureSettings {
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly seed: number;
  /** Pixels, at least 1; at most 4 194 304 together with the height. */
  readonly width: number;
  /** Pixels, at least 1. */
  readonly height: number;
  /** Contrast and saturation; 4.5 is natural. */
  readonly guidanceScale: number;
  /** Fineness: more steps give more detail and less grain. At least 1. */
  readonly steps: number;
}
