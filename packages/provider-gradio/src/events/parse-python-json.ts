import { parseJson } from '@hypotez/provider-core';

// Python's `json.dumps` writes the last three, outside of strings; the others say where a string begins and ends. One string
// is not matched as a whole: a picture may be one, and too long for that.
const TOKENS = /\\.|"|-?\bInfinity\b|\bNaN\b/gsu;

/** Parses JSON as Python writes it, with `NaN` and `Infinity` as `null`; `undefined` for a text that is none. */
export function parsePythonJson(text: string): unknown {
  const value = parseJson(text);
  if (value !== undefined || !/NaN|Infinity/u.test(text)) return value;
  let isInString = false;
  return parseJson(text.replace(TOKENS, (token) => {
    if (token === '"') isInString = !isInString;
    return !isInString && /^[-IN]/u.test(token) ? 'null' : token;
  }));
}
