/** A whole PNG of 7 × 5 pixels, as base64. */
export const EXAMPLE_PNG_BASE64 =
  'iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAIAAAAG+GGPAAAAJElEQVR4nGNkYGCQw0AsDEYMDAzsaAguyoeMkEVF4QhNVAaCAJ4HAuwhKDKBAAAAAElFTkSuQmCC';

/** A whole PNG of 7 × 5 pixels, as a `data:` URL. */
export const EXAMPLE_PNG_URL = `data:image/png;base64,${EXAMPLE_PNG_BASE64}`;

/** Bytes of a whole PNG of 7 × 5 pixels, a fresh copy each time. */
export function examplePng(): Uint8Array {
  return new Uint8Array(Buffer.from(EXAMPLE_PNG_BASE64, 'base64'));
}
