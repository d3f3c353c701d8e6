const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  html: 'text/html',
  json: 'application/json',
  mp4: 'video/mp4',
};

const safeTypes = new Set([
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'video/mp4',
  'text/plain',
  'application/json',
]);

/** The media type that the extension of a file name stands for. */
export function guessMediaType(name: string): string | undefined {
  return types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];
}

/** How a file is served: as its own type to be shown, or, when a browser might run it, as bytes to be saved. */
export function safeMediaType(name: string): { readonly type: string; readonly disposition: 'inline' | 'attachment' } {
  const type = guessMediaType(name);
  if (type !== undefined && safeTypes.has(type)) {
    return { type: type.startsWith('text/') ? `${type}; charset=utf-8` : type, disposition: 'inline' };
  }
  return { type: 'application/octet-stream', disposition: 'attachment' };
}
