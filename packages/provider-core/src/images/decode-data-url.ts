import { BadImageError } from '../errors/bad-image-error.ts';
import { TooLargeError } from '../errors/too-large-error.ts';

/**
 * Decodes the bytes of a `data:` URL, base64 or percent-encoded (RFC 2397).
 *
 * @throws {TooLargeError} when it holds more than `limitBytes`.
 * @throws {BadImageError} when it cannot be decoded.
 */
export function decodeDataUrl(url: string, limitBytes: number): Uint8Array {
  const comma = url.indexOf(',');
  const payload = url.slice(comma + 1);
  const isBase64 = /;\s*base64\s*$/iu.test(url.slice(0, comma));
  const tooLarge = new TooLargeError('The image in a data: URL', limitBytes, { limit: 'imageBytes' });
  // Roughly before decoding, with room for padding and line feeds: four characters of base64 hold three bytes.
  if (payload.length > (isBase64 ? Math.ceil(limitBytes / 3) * 4 + 1024 : limitBytes * 3)) throw tooLarge;
  const bytes = comma < 0 ? undefined : decoded(payload, isBase64);
  if (bytes === undefined) throw new BadImageError('The data: URL of the image cannot be decoded.');
  if (bytes.length > limitBytes) throw tooLarge;
  return bytes;
}

function decoded(payload: string, isBase64: boolean): Uint8Array | undefined {
  try {
    const text = isBase64 ? atob(decodeURIComponent(payload).replace(/\s/gu, '')) : percentDecoded(payload);
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** Percent-decodes to one character a byte; `decodeURIComponent` would insist on UTF-8. */
function percentDecoded(payload: string): string {
  return payload.replace(/%([\da-f]{2})/giu, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
