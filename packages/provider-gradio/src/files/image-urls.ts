import { ProtocolError } from '@hypotez/provider-core';
import { absoluteUrl, fileUrl, type FileRoot } from './file-url.ts';

/**
 * Finds the images in one output of a Space: a file, a gallery, a `data:` URL, an update around any of them, or nothing.
 *
 * @throws {ProtocolError} for a shape that is none of these; it names the keys, not the values.
 */
export function imageUrls(output: unknown, root: FileRoot): readonly string[] {
  if (output === null || output === undefined || output === '') return [];
  if (typeof output === 'string') return present(isPath(output) ? fileUrl(output, root) : absoluteUrl(output, root));
  if (Array.isArray(output)) return output.flatMap((item: unknown) => imageUrls(item, root));
  if (typeof output !== 'object') throw unknownShape(output);
  // `gr.update(...)` wraps the value; without one it says that the component stays as it is.
  if (Object.hasOwn(output, '__type__')) return Object.hasOwn(output, 'value') ? imageUrls(Reflect.get(output, 'value'), root) : [];
  if (Object.hasOwn(output, 'image')) return imageUrls(Reflect.get(output, 'image'), root);
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
  const address = typeof url === 'string' && url !== '' ? url : path;
  return typeof address === 'string' && address !== '' ? absoluteUrl(address, root) : undefined;
}

/** A path of the Space's machine, Unix or Windows, as opposed to any URL. */
function isPath(text: string): boolean {
  return /^(?:\/(?!\/)|[A-Za-z]:[\\/]|\\\\)/u.test(text) && !/^\/(?:gradio_api\/)?(?:file|stream)[=/]/u.test(text);
}

function present(url: string | undefined): readonly string[] {
  return url === undefined ? [] : [url];
}

function unknownShape(output: unknown): ProtocolError {
  const shape = typeof output === 'object' && output !== null ? `an object with ${Object.keys(output).slice(0, 8).join(', ') || 'no keys'}` : `a ${typeof output}`;
  return new ProtocolError(`Where an image belongs the Space sent ${shape}.`, { billed: 'maybe' });
}
