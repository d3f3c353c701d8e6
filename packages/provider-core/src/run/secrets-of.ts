/**
 * The texts of a request that may stand in no error: credentials, the proxy's too, and what the user wrote.
 *
 * Takes the request as it came, whatever it is: it is needed for the error that says what is wrong with it.
 */
export function secretsOf(request: unknown): readonly string[] {
  const messages = property(request, 'messages');
  const texts = Array.isArray(messages) ? messages.flatMap(textsOf) : [];
  const own = ['apiKey', 'prompt', 'negativePrompt'].map((name) => property(request, name));
  return [...own, ...proxyCredentials(property(request, 'proxy')), ...texts].filter((text) => typeof text === 'string');
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function textsOf(message: unknown): readonly unknown[] {
  const content = property(message, 'content');
  return Array.isArray(content) ? content.map((part) => property(part, 'text')) : [content];
}

function proxyCredentials(proxy: unknown): readonly string[] {
  if (typeof proxy !== 'string' || !URL.canParse(proxy)) return [];
  const { username, password } = new URL(proxy);
  return [username, password].flatMap((text) => [text, decoded(text)]);
}

/** A URL may hold percent signs that encode nothing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
