const WATCHED = { Object: Object.prototype, Array: Array.prototype, Function: Function.prototype, Promise: Promise.prototype } as const;

/**
 * Notes what the prototypes of the language hold. The function that comes back takes away what was added since, and names
 * it, as `Object.prototype.name`.
 */
export function watchPrototypes(): () => readonly string[] {
  const before = Object.entries(WATCHED).map(([name, prototype]) => ({ name, prototype, keys: new Set(Reflect.ownKeys(prototype)) }));
  return () => before.flatMap(({ name, prototype, keys }) =>
    Reflect.ownKeys(prototype).filter((key) => !keys.has(key)).map((key) => {
      Reflect.deleteProperty(prototype, key);
      return `${name}.prototype.${String(key)}`;
    }));
}
