import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';
import type { Path } from './place-of.ts';

/** The line of JSON on which something stands, from 1; `undefined` when there is no such place. */
export function lineOf(json: string, path: Path): number | undefined {
  const root = parseTree(json);
  const node: Node | undefined = root === undefined ? undefined : findNodeAtLocation(root, [...path]);
  // A property begins at its name, an item of a list at itself.
  const start = node?.parent?.type === 'property' ? node.parent.offset : node?.offset;
  return start === undefined ? undefined : json.slice(0, start).split('\n').length;
}
