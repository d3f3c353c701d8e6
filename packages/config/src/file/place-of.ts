/** A way into a value: names of objects, indexes of lists. */
export type Path = readonly (string | number)[];

/** Writes a path as it is written in code: `plugins[1].options["a b"]`. */
export function placeOf(path: Path): string {
  return path.map((part, index) => {
    if (typeof part === 'number') return `[${part.toString()}]`;
    if (/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(part)) return index === 0 ? part : `.${part}`;
    return `[${JSON.stringify(part)}]`;
  }).join('');
}
