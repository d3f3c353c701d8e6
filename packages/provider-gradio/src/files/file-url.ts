/** Where the files of a Space are served. */
export interface FileRoot {
  /** Address of the Space, without a slash at its end. */
  readonly root: string;
  /** Prefix of its routes: `/gradio_api` or nothing. */
  readonly prefix: string;
}

/**
 * Makes the URL of a file from its path on the Space's machine.
 *
 * The path is what counts, as in Gradio's Python client: the `url` that a Space sends is not encoded, names whatever host a
 * proxy claimed, and before Gradio 5.23 is cut at the wrong place for most function names.
 */
export function fileUrl(path: string, { root, prefix }: FileRoot): string {
  // JSON can hold half a surrogate pair, which cannot be encoded.
  const text = path.replace(/\p{Cs}/gu, '\uFFFD');
  return `${root}${prefix}/file=${text.split('/').map(encodeURIComponent).join('/')}`;
}

/** Reads the URL that a Space sent; `undefined` when it is none that an image can be fetched from. */
export function absoluteUrl(url: string, { root, prefix }: FileRoot): string | undefined {
  if (/^data:image\//iu.test(url)) return url;
  const base = url.startsWith('file=') ? `${root}${prefix}/` : `${root}/`;
  if (!URL.canParse(url, base)) return undefined;
  const parsed = new URL(url, base);
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : undefined;
}
