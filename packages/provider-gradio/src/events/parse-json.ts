/** What stands for a text that is no JSON. */
export const NOT_JSON: unique symbol = Symbol('not JSON');

// Python's `json.dumps` writes these three outside of strings; a string is matched first and kept as it is.
const PYTHON_NUMBERS = /"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/gu;

/** Parses JSON as Python writes it: `NaN` and `Infinity` become `null`. */
export function parseJson(text: string): unknown {
  try {
    return parse(text);
  } catch {
    if (!/NaN|Infinity/u.test(text)) return NOT_JSON;
  }
  try {
    return parse(text.replace(PYTHON_NUMBERS, (match) => (match.startsWith('"') ? match : 'null')));
  } catch {
    return NOT_JSON;
  }
}

function parse(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return value;
}
