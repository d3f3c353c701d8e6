/** Where the files of a Space are served. */
export interface FileRoot {
  /** Address of the Space, without a slash at its end. */
  readonly root: string;
  /** Prefix of its routes: `/gradio_api` or nothing. */
  readonly prefix: string;
}

/** What is no path of a file: a route that serves one, a URL, or the end of one. A single letter before the colon is a drive. */
const URL_OR_ROUTE = /^(?:\/?(?:gradio_api\/)?(?:file|stream)[=/]|\/\/|[a-z][a-z\d+.-]+:)/iu;

/**
 * Makes the URL of a file from what a Space names it by; `undefined` for a URL that no image can be fetched from.
 *
 * A path is encoded, and asked for at the Space's route for files; a URL may be relative to the Space.
 */
export function fileUrl(name: string, { root, prefix }: FileRoot): string | undefined {
  if (/^data:image\//iu.test(name)) return name;
  if (URL_OR_ROUTE.test(name)) {
    const url = URL.parse(name, name.startsWith('file=') ? `${root}${prefix}/` : `${root}/`);
    return url?.protocol.startsWith('http') === true ? url.href : undefined;
  }
  // JSON can hold half a surrogate pair, which cannot be encoded.
  return `${root}${prefix}/file=${name.replace(/\p{Cs}/gu, '\uFFFD').split('/').map(encodeURIComponent).join('/')}`;
}
