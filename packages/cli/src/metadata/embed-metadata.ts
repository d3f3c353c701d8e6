import type { ImageFile } from '@hypotez/provider-core';
import { escapeText } from './escape-text.ts';
import { embedJpeg } from './jpeg/embed-jpeg.ts';
import { MetadataError } from './metadata-error.ts';
import { toFields } from './metadata-fields.ts';
import type { PictureMetadata } from './picture-metadata.ts';
import { embedPng } from './png/embed-png.ts';
import type { StandardEntries } from './standard-entries.ts';
import { embedWebp } from './webp/embed-webp.ts';

/**
 * Writes into a picture how it was made: text chunks of a PNG, XMP of a WebP or JPEG. The pixels stay byte for byte, and so
 * does the metadata that is there already.
 *
 * @throws {MetadataError} when the file is damaged, a GIF, an AVIF, or a JPEG whose texts do not fit; the picture itself is fine to
 *   be kept as it is.
 */
export function embedMetadata(bytes: Uint8Array, mediaType: ImageFile['mediaType'], metadata: PictureMetadata): Uint8Array<ArrayBuffer> {
  const fields = toFields(metadata);
  const { prompt, model, provider, version } = metadata;
  const standard: StandardEntries = {
    description: escapeText(prompt),
    system: escapeText(`${provider}/${model}`),
    software: escapeText(`hypotez ${version}`),
  };
  switch (mediaType) {
    case 'image/png':
      return embedPng(bytes, fields, standard);
    case 'image/webp':
      return embedWebp(bytes, fields, standard);
    case 'image/jpeg':
      return embedJpeg(bytes, fields, standard);
    case 'image/gif':
      throw new MetadataError('A GIF file has no place for how it was made.');
    case 'image/avif':
      throw new MetadataError('How it was made is not written into AVIF files.');
  }
}
