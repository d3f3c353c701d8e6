/** Parses JSON; `undefined` for a text that is none, which no JSON can mean. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
