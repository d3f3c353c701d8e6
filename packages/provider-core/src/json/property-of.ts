/** Reads a property of whatever came from outside; `undefined` for what is no object, and for a getter that throws. */
export function propertyOf(value: unknown, key: PropertyKey): unknown {
  if (!hasProperties(value)) return undefined;
  try {
    // Not `Reflect.get`, which is several times slower, and some hundred properties are read in a run.
    return value[key];
  } catch {
    return undefined;
  }
}

function hasProperties(value: unknown): value is Readonly<Record<PropertyKey, unknown>> {
  return typeof value === 'object' && value !== null;
}
