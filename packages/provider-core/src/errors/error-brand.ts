// `Symbol.for` gives the same symbol to two installed copies of this package; a local symbol would not.
const lineageKey = Symbol.for('@hypotez/provider-core/error-lineage');

interface BrandedClass {
  readonly brand: string;
}

function isBrandedClass(value: unknown): value is BrandedClass {
  return typeof value === 'function' && 'brand' in value && typeof value.brand === 'string';
}

/** Brands of a class and of its ancestors, nearest first. */
function lineageOf(constructor: unknown): readonly string[] {
  if (!isBrandedClass(constructor)) return [];
  const parent: unknown = Object.getPrototypeOf(constructor);
  const inherited = lineageOf(parent);
  return inherited[0] === constructor.brand ? inherited : [constructor.brand, ...inherited];
}

/** Writes the brands of `constructor` on an error, invisibly to printing and copying. */
export function stampLineage(error: Error, constructor: unknown): void {
  Object.defineProperty(error, lineageKey, { value: lineageOf(constructor) });
}

/** Tells whether an error, of whichever installed copy of this package, is an instance of the branded class. */
export function hasBrand(value: unknown, brand: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const lineage: unknown = Reflect.get(value, lineageKey);
  return Array.isArray(lineage) && lineage.includes(brand);
}
