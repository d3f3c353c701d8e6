import { propertyOf } from '../json/property-of.ts';

/** Stands on every error class of this package; `Symbol.for` gives the same one to two installed copies. */
export const MARK: unique symbol = Symbol.for('@hypotez/provider-core/error');

/** Tells whether an error of any installed copy of this package is an instance of the branded class. */
export function hasBrand(error: unknown, brand: string): boolean {
  let errorClass: unknown = propertyOf(error, 'constructor');
  while (typeof errorClass === 'function' && Reflect.get(errorClass, MARK) === true) {
    if (Object.hasOwn(errorClass, 'brand') && Reflect.get(errorClass, 'brand') === brand) return true;
    errorClass = Object.getPrototypeOf(errorClass);
  }
  return false;
}
