import { PythonFloat, type PythonValue } from './python-value.ts';

/** Parses JSON as Python does: `7.0` and `3e2` are floats, `7` and `-0` are not. Throws a `SyntaxError` otherwise. */
export function parsePythonJson(text: string): PythonValue {
  // A JSON text holds nothing but JSON values.
  return JSON.parse(text, revive) as PythonValue;
}

function revive(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number') return value;
  if (/[.eE]/.test(context?.source ?? '')) return new PythonFloat(value);
  return value === 0 ? 0 : value;
}
