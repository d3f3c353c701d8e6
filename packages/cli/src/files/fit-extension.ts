import { extname } from 'node:path';

/** Extensions that claim a kind of picture; anything else after a dot belongs to the name. */
const PICTURE_EXTENSIONS: ReadonlySet<string> = new Set(['png', 'jpg', 'jpeg', 'jpe', 'webp', 'gif', 'bmp', 'tif', 'tiff', 'avif', 'heic', 'svg']);

const SAME_AS: Readonly<Record<string, string>> = { jpeg: 'jpg', jpe: 'jpg' };

/** A file name in two parts, so that a number can go between them. */
export interface SplitName {
  readonly stem: string;
  /** With its dot. */
  readonly extension: string;
}

/** Gives a file name the extension of its bytes; one that says the same in another spelling stays. */
export function fitExtension(name: string, extension: string): SplitName {
  const given = extname(name);
  const claimed = given.slice(1).toLowerCase();
  if (!PICTURE_EXTENSIONS.has(claimed)) return { stem: name, extension: `.${extension}` };
  const stem = name.slice(0, -given.length);
  return (SAME_AS[claimed] ?? claimed) === extension ? { stem, extension: given } : { stem, extension: `.${extension}` };
}
