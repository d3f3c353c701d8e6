/** A file cannot hold metadata, or what it holds cannot be read: another format, a damaged file, too much text. */
export class MetadataError extends Error {
  override readonly name = 'MetadataError';
}
