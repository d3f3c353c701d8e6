import { propertyOf } from '../json/property-of.ts';

/** The system's codes of an error and of its causes, outermost first: `ENOTFOUND`, `EMFILE`. */
export function causeCodes(error: unknown, depth = 0): readonly string[] {
  if (!(error instanceof Error) || depth > 5) return [];
  const code = propertyOf(error, 'code');
  return [...(typeof code === 'string' ? [code] : []), ...causeCodes(error.cause, depth + 1)];
}
