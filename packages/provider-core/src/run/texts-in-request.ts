import { propertyOf } from '../json/property-of.ts';

/** Texts of a request that must stand in no error. */
export interface RequestTexts {
  /** The credentials, the proxy's too. */
  readonly secrets: readonly string[];
  /** What the user wrote: prompts, messages, and long texts among the options. */
  readonly prompts: readonly string[];
}

/** Shortest text of an option that is taken for words of the user, in characters. */
const LONG_TEXT = 16;

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
    prompts: strings([propertyOf(request, 'prompt'), propertyOf(request, 'negativePrompt'), ...words, ...longTextsIn(propertyOf(request, 'providerOptions'))]),
  };
}

function strings(values: readonly unknown[]): readonly string[] {
  return values.filter((value) => typeof value === 'string');
}

/** Texts that are long enough to be somebody's own; shorter ones are names of what can be chosen. */
function longTextsIn(options: unknown, depth = 0): readonly unknown[] {
  if (typeof options === 'string') return options.length < LONG_TEXT ? [] : [options];
  if (typeof options !== 'object' || options === null || depth > 3) return [];
  return Object.keys(options).flatMap((key) => longTextsIn(propertyOf(options, key), depth + 1));
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
