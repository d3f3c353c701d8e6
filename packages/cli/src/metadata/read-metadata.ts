import { readJpeg } from './jpeg/read-jpeg.ts';
import { MetadataError } from './metadata-error.ts';
import { fromFields, type MetadataField } from './metadata-fields.ts';
import type { PictureMetadata } from './picture-metadata.ts';
import { readPng } from './png/read-png.ts';
import { readWebp } from './webp/read-webp.ts';

/** How each format begins, and its reader. */
const READERS: readonly (readonly [beginning: RegExp, read: (file: Uint8Array) => readonly MetadataField[]])[] = [
  [/^\u0089PNG\r\n\u001a\n/u, readPng],
  [/^RIFF[^]{4}WEBP/u, readWebp],
  [/^\u00ff\u00d8\u00ff/u, readJpeg],
];

/**
 * Reads how a picture was made; `undefined` when its file does not tell.
 *
 * Texts come as they were written, control characters included: they are foreign and have to be cleaned before they are
 * shown.
 *
 * @throws {MetadataError} when it is no PNG, WebP or JPEG, or damaged.
 */
export function readMetadata(file: Uint8Array): PictureMetadata | undefined {
  const beginning = Buffer.from(file.subarray(0, 12)).toString('latin1');
  const reader = READERS.find(([pattern]) => pattern.test(beginning));
  if (reader === undefined) throw new MetadataError('The file is no PNG, WebP or JPEG.');
  return fromFields(reader[1](file));
}
