/**
 * A picture that a request brings along: its bytes, a `Blob`, a `URL`, or a text.
 *
 * A text is a `data:` URL, an `http:` or `https:` URL, or else the path of a file, which pages cannot read. What comes from
 * somebody else is better handed on as `new URL(text)`: that never leads to a file.
 */
export type ImageInput = Uint8Array | Blob | URL | string;

/** What an input image may be given as. */
export const IMAGE_INPUT_RULE = 'an image: bytes (Uint8Array), a Blob, a URL, or as a text a data: or http(s): URL or the path of a file';

/** Tells whether something can be an input image; whether it is one is seen when it is read. */
export function isImageInput(value: unknown): value is ImageInput {
  return (typeof value === 'string' && value !== '') || value instanceof Uint8Array || value instanceof Blob || value instanceof URL;
}
