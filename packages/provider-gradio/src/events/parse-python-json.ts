import { parseJson } from '@hypotez/provider-core';

// Python's `json.dumps` writes these three outside of strings; a string is matched first and kept as it is.
const PYTHON_NUMBERS = /"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/gu;

/** Parses JSON as Python writes it, with `NaN` and `Infinity` as `null`; `undefined` for a text that is none. */
export function parsePythonJson(text: string): unknown {
  return parseJson(text) ?? parseJson(text.replace(PYTHON_NUMBERS, (match) => (match.startsWith('"') ? match : 'null')));
}
