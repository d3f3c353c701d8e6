/** A URL as it is printed: of a `data:` URL only the type and the length, since it holds the whole picture. */
export function shownUrl(url: string): string {
  if (!/^data:/iu.test(url)) return url;
  const type = /^data:([^,]{0,100}),/iu.exec(url)?.[1] ?? '';
  return `data:${type},(${url.length} characters)`;
}
