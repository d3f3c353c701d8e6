import type { ImageFormat } from './image-format.ts';

/** How files of each format begin in base64. Their full check is `parseImage`, which most pages never load. */
const BEGINNINGS: readonly (readonly [pattern: RegExp, mediaType: ImageFormat['mediaType']])[] = [
  [/^iVBORw0KGgo/u, 'image/png'],
  [/^\/9j\//u, 'image/jpeg'],
  [/^UklGR/u, 'image/webp'],
  [/^R0lGOD/u, 'image/gif'],
  [/^AAAA.{4}eXBhdm[lm]/u, 'image/avif'],
];

/** Bytes that are handed to one call; more arguments than some ten thousand overflow the stack. */
const SLICE_BYTES = 8192;

/**
 * Makes the `data:` URL of an image that a service sent inside its answer, as base64 (a `data:` URL is taken too) or as bytes.
 *
 * The media type is that of the content, whatever the service claims, and `application/octet-stream` where it is none that is
 * known. `undefined` when a text is no base64, or there is nothing in it.
 */
export function imageDataUrl(content: string | Uint8Array): string | undefined {
  const base64 = typeof content === 'string' ? content.replace(/^data:[^,]*;base64,/iu, '').replace(/\s+/gu, '') : encoded(content);
  // By what must not stand there: a pattern for the whole of a text of many megabytes overflows the stack.
  if (base64 === '' || /[^A-Za-z\d+/=]/u.test(base64)) return undefined;
  const [, mediaType = 'application/octet-stream'] = BEGINNINGS.find(([pattern]) => pattern.test(base64)) ?? [];
  return `data:${mediaType};base64,${base64}`;
}

function encoded(bytes: Uint8Array): string {
  let characters = '';
  for (let start = 0; start < bytes.length; start += SLICE_BYTES) characters += String.fromCharCode(...bytes.subarray(start, start + SLICE_BYTES));
  return btoa(characters);
}
