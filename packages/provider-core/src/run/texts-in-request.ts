/**
 * The credentials in a request, its proxy's too.
 *
 * Takes the request as it came, whatever it is: it is needed for the error that says what is wrong with it.
 */
export function credentialsIn(request: unknown): readonly string[] {
  return strings([property(request, 'apiKey'), ...proxyCredentials(property(request, 'proxy'))]);
}

/** What the user wrote in a request: prompts and messages. Takes the request as it came, whatever it is. */
export function promptsIn(request: unknown): readonly string[] {
  const messages = property(request, 'messages');
  const texts = Array.isArray(messages) ? messages.flatMap(textsOf) : [];
  return strings([property(request, 'prompt'), property(request, 'negativePrompt'), ...texts]);
}

function strings(values: readonly unknown[]): readonly string[] {
  return values.filter((value) => typeof value === 'string');
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
