import { ProtocolError, cleanText } from '@hypotez/provider-core';
import { absoluteUrl, fileUrl, type FileRoot } from './file-url.ts';

/** The routes that files are served by, as opposed to paths of files. */
const ROUTE = /^\/?(?:gradio_api\/)?(?:file|stream)[=/]/u;

/** Deepest nesting that is looked into; an update around a gallery of files takes three levels. */
const MAXIMUM_DEPTH = 8;

/**
 * Finds the images in one output of a Space: a file, a gallery, a `data:` URL, an update around any of them, or nothing.
 *
 * @throws {ProtocolError} for a shape that is none of these; it names the keys, not the values.
 */
export function imageUrls(output: unknown, root: FileRoot): readonly string[] {
  return findUrls(output, root, 0);
}

function findUrls(output: unknown, root: FileRoot, depth: number): readonly string[] {
  if (output === null || output === undefined || output === '') return [];
  if (typeof output === 'string') return present(isPath(output) ? fileUrl(output, root) : absoluteUrl(output, root));
  if (typeof output !== 'object' || depth > MAXIMUM_DEPTH) throw unknownShape(output);
  if (Array.isArray(output)) return output.flatMap((item: unknown) => findUrls(item, root, depth + 1));
  // `gr.update(...)` wraps the value; without one it says that the component stays as it is.
  if (Object.hasOwn(output, '__type__')) return Object.hasOwn(output, 'value') ? findUrls(Reflect.get(output, 'value'), root, depth + 1) : [];
  if (Object.hasOwn(output, 'image')) return findUrls(Reflect.get(output, 'image'), root, depth + 1);
  if (Object.hasOwn(output, 'path') || Object.hasOwn(output, 'url')) return present(fromFileData(output, root));
  throw unknownShape(output);
}

/** Gradio's `FileData`: `path` on the Space's machine, `url` as the Space believes it is reached. */
function fromFileData(file: object, root: FileRoot): string | undefined {
  const path: unknown = Reflect.get(file, 'path');
  const url: unknown = Reflect.get(file, 'url');
  // A file of another Space, which this one passes through: only the URL knows the way.
  if (typeof url === 'string' && /\/proxy=https?:/u.test(url)) return absoluteUrl(url, root);
  if (typeof path === 'string' && isPath(path)) return fileUrl(path, root);
  if (typeof url === 'string' && url !== '') return absoluteUrl(url, root);
  if (typeof path !== 'string' || path === '') return undefined;
  // Some applications name a file relative to their own folder; the file route takes that as it is.
  return URL.canParse(path) || ROUTE.test(path) ? absoluteUrl(path, root) : fileUrl(path, root);
}

/** A path of the Space's machine, Unix or Windows, as opposed to any URL. */
function isPath(text: string): boolean {
  return /^(?:\/(?!\/)|[A-Za-z]:[\\/]|\\\\)/u.test(text) && !ROUTE.test(text);
}

function present(url: string | undefined): readonly string[] {
  return url === undefined ? [] : [url];
}

function unknownShape(output: unknown): ProtocolError {
  return new ProtocolError(`Where an image belongs the Space sent ${shapeOf(output)}.`, { billed: 'maybe' });
}

function shapeOf(output: unknown): string {
  if (typeof output !== 'object' || output === null) return `a ${typeof output}`;
  if (Array.isArray(output)) return 'lists in lists';
  const keys = Object.keys(output).slice(0, 8).map((key) => cleanText(key, 40));
  return `an object with ${keys.join(', ') || 'no keys'}`;
}
