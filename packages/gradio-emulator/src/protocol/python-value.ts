/** A number that Python holds as `float`, so that 10 is written `10.0`. */
export class PythonFloat {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** What the JSON writers accept. Object members that are `undefined` are left out. */
export type PythonValue =
  | null
  | boolean
  | number
  | string
  | PythonFloat
  | readonly PythonValue[]
  | { readonly [key: string]: PythonValue | undefined };

/** A value with every float in it as a plain number. */
export function plainValue(value: PythonValue): PythonValue {
  if (value instanceof PythonFloat) return value.value;
  if (isPythonList(value)) return value.map(plainValue);
  if (!isPythonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member = null]) => [key, plainValue(member)]));
}

/** Whether a value is a dictionary. */
export function isPythonObject(value: PythonValue): value is Readonly<Record<string, PythonValue | undefined>> {
  return typeof value === 'object' && value !== null && !isPythonList(value) && !(value instanceof PythonFloat);
}

/** Whether a value is a list: `Array.isArray` does not narrow a readonly array out of a union. */
export function isPythonList(value: PythonValue): value is readonly PythonValue[] {
  return Array.isArray(value);
}
