import type { ImageRequest } from '../request/image-request.ts';

/** The texts of a request that may stand in no error: credentials, the proxy's too, and what the user wrote. */
export function secretsOf({ apiKey, proxy, prompt, negativePrompt, messages }: Partial<ImageRequest>): readonly string[] {
  const texts = Array.isArray(messages) ? messages.flatMap(textsOf) : [];
  return [apiKey, prompt, negativePrompt, ...proxyCredentials(proxy), ...texts].filter((text) => typeof text === 'string');
}

/** Takes the request as it came: it is needed for the error that says what is wrong with it. */
function textsOf(message: unknown): readonly unknown[] {
  const content: unknown = typeof message === 'object' && message !== null ? Reflect.get(message, 'content') : undefined;
  const parts: readonly unknown[] = Array.isArray(content) ? content : [{ text: content }];
  return parts.map((part): unknown => (typeof part === 'object' && part !== null ? Reflect.get(part, 'text') : undefined));
}

function proxyCredentials(proxy: unknown): readonly string[] {
  if (typeof proxy !== 'string' || !URL.canParse(proxy)) return [];
  const { username, password } = new URL(proxy);
  return [password, decodeURIComponent(password), username];
}
