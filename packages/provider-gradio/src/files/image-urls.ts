import { ProtocolError, cleanText, propertyOf } from '@hypotez/provider-core';
import { fileUrl, type FileRoot } from './file-url.ts';

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
  if (typeof output === 'string') {
    const url = fileUrl(output, root);
    return url === undefined ? [] : [url];
  }
  if (typeof output === 'object' && depth <= MAXIMUM_DEPTH) {
    const inside = (item: unknown): readonly string[] => findUrls(item, root, depth + 1);
    if (Array.isArray(output)) return output.flatMap(inside);
    // `gr.update(...)` wraps the value; without one it says that the component stays as it is.
    if ('__type__' in output) return inside(propertyOf(output, 'value'));
    if ('image' in output) return inside(output.image);
    if ('path' in output || 'url' in output) {
      const name = nameOf(output);
      return typeof name === 'string' ? inside(name) : [];
    }
  }
  const shape = typeof output === 'object' ? `an object with ${keysOf(output)}` : `a ${typeof output}`;
  throw new ProtocolError(`The Space sent ${shape} instead of an image.`, { billed: 'maybe' });
}

/**
 * What of Gradio's `FileData` leads to the file.
 *
 * The path counts, as in Gradio's Python client: the `url` that a Space sends is not encoded, names whatever host a proxy
 * claimed, and before Gradio 5.23 is cut at the wrong place for most function names.
 */
function nameOf({ path, url }: { readonly path?: unknown; readonly url?: unknown }): unknown {
  // A file of another Space, which this one passes through: only the URL knows the way.
  const isPassedThrough = typeof url === 'string' && /\/proxy=https?:/u.test(url);
  return typeof path !== 'string' || path === '' || isPassedThrough ? url : path;
}

function keysOf(output: object): string {
  return Object.keys(output).slice(0, 8).map((key) => cleanText(key, 40)).join(', ') || 'no keys';
}
