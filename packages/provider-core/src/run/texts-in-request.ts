import { propertyOf } from '../json/property-of.ts';

/** Texts of a request that must stand in no error. */
export interface RequestTexts {
  /** The credentials, the proxy's too. */
  readonly secrets: readonly string[];
  /** What the user wrote: prompts and messages. */
  readonly prompts: readonly string[];
}

/**
 * Finds the texts of a request that must stand in no error.
 *
 * Takes the request as it came, whatever it is: it is needed for the error that says what is wrong with it.
 */
export function textsIn(request: unknown): RequestTexts {
  const messages = propertyOf(request, 'messages');
  const words = Array.isArray(messages) ? messages.flatMap(wordsOf) : [];
  return {
    secrets: strings([propertyOf(request, 'apiKey'), ...proxyCredentials(propertyOf(request, 'proxy'))]),
    prompts: strings([propertyOf(request, 'prompt'), propertyOf(request, 'negativePrompt'), ...words]),
  };
}

function strings(values: readonly unknown[]): readonly string[] {
  return values.filter((value) => typeof value === 'string');
}

function wordsOf(message: unknown): readonly unknown[] {
  const content = propertyOf(message, 'content');
  return Array.isArray(content) ? content.map((part) => propertyOf(part, 'text')) : [content];
}

/** User and password of a proxy, as they stand in its URL and as they are meant. */
function proxyCredentials(proxy: unknown): readonly string[] {
  if (typeof proxy !== 'string' || !URL.canParse(proxy)) return [];
  const { username, password } = new URL(proxy);
  // A URL may hold percent signs that encode nothing, which stay what they are.
  return [username, password].flatMap((text) => [text, text.replace(/(?:%[\da-f]{2})+/giu, decoded)]);
}

function decoded(escapes: string): string {
  return new TextDecoder().decode(Uint8Array.from(escapes.slice(1).split('%'), (hex) => Number.parseInt(hex, 16)));
}
