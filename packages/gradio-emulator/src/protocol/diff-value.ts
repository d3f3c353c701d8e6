import { isPythonList, isPythonObject, PythonFloat, type PythonValue } from './python-value.ts';

type Path = readonly (string | number)[];
type Edit = readonly ['replace' | 'append' | 'add' | 'delete', Path, PythonValue];
type PythonObject = Readonly<Record<string, PythonValue | undefined>>;

/**
 * The edits that turn one value into another, as Gradio sends them to those who join the queue.
 *
 * `shiftsDeletions`: whether the index of a deleted list member counts the deletions before it, so that they can be
 * applied in order.
 */
export function diffValue(old: PythonValue, next: PythonValue, shiftsDeletions: boolean): readonly Edit[] {
  return compare(old, next, [], shiftsDeletions);
}

function compare(old: PythonValue, next: PythonValue, path: Path, shifts: boolean): readonly Edit[] {
  if (isEqual(old, next)) return [];
  if (kindOf(old) !== kindOf(next)) return [['replace', path, next]];
  if (typeof old === 'string' && typeof next === 'string' && next.startsWith(old)) {
    return [['append', path, next.slice(old.length)]];
  }
  if (isPythonList(old) && isPythonList(next)) return compareLists(old, next, path, shifts);
  if (isPythonObject(old) && isPythonObject(next)) return compareObjects(old, next, path, shifts);
  return [['replace', path, next]];
}

function compareLists(
  old: readonly PythonValue[],
  next: readonly PythonValue[],
  path: Path,
  shifts: boolean,
): readonly Edit[] {
  const common = Math.min(old.length, next.length);
  const edits: Edit[] = [];
  for (let index = 0; index < common; index += 1) {
    edits.push(...compare(old[index] ?? null, next[index] ?? null, [...path, index], shifts));
  }
  for (let index = common; index < old.length; index += 1) edits.push(['delete', [...path, index], null]);
  for (let index = common; index < next.length; index += 1) edits.push(['add', [...path, index], next[index] ?? null]);
  return shifts ? shiftDeletions(edits) : edits;
}

// Deletions of members further inside are shifted again by every list around them: Gradio does so, too.
function shiftDeletions(edits: readonly Edit[]): readonly Edit[] {
  let seen = 0;
  return edits.map(([action, path, value]): Edit => {
    const last = path.at(-1);
    if (action !== 'delete' || typeof last !== 'number') return [action, path, value];
    seen += 1;
    return [action, [...path.slice(0, -1), last - seen + 1], value];
  });
}

function compareObjects(old: PythonObject, next: PythonObject, path: Path, shifts: boolean): readonly Edit[] {
  const edits: Edit[] = [];
  for (const [key, value = null] of Object.entries(old)) {
    if (key in next) edits.push(...compare(value, next[key] ?? null, [...path, key], shifts));
    else edits.push(['delete', [...path, key], null]);
  }
  for (const [key, value = null] of Object.entries(next)) if (!(key in old)) edits.push(['add', [...path, key], value]);
  return edits;
}

function isEqual(left: PythonValue, right: PythonValue): boolean {
  if (isPythonList(left) && isPythonList(right)) {
    return left.length === right.length && left.every((item, index) => isEqual(item, right[index] ?? null));
  }
  if (isPythonObject(left) && isPythonObject(right)) {
    const keys = Object.keys(left);
    if (keys.length !== Object.keys(right).length) return false;
    return keys.every((key) => key in right && isEqual(left[key] ?? null, right[key] ?? null));
  }
  return plain(left) === plain(right);
}

// An int and a float of the same value are equal in Python.
function plain(value: PythonValue): PythonValue {
  return value instanceof PythonFloat ? value.value : value;
}

function kindOf(value: PythonValue): string {
  if (value === null) return 'none';
  if (value instanceof PythonFloat || (typeof value === 'number' && !Number.isInteger(value))) return 'float';
  return isPythonList(value) ? 'list' : typeof value;
}
