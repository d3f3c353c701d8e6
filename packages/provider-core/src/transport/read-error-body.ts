import { ProviderError } from '../errors/provider-error.ts';
import type { HttpResponse } from './http.ts';

/** Most of an error's body that is read, in characters. */
const MAXIMUM_ERROR_BODY = 64 * 1024;

/** Reads the beginning of an error's body as text; what is longer, or breaks, is cut off. */
export async function readErrorBody(response: HttpResponse): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of response.chunks(MAXIMUM_ERROR_BODY)) text += decoder.decode(chunk, { stream: true });
  } catch (thrown) {
    // The status is already known and says more than a body that broke off or has no end; an abort is the caller's and goes on.
    if (thrown instanceof ProviderError && thrown.code === 'aborted') throw thrown;
  }
  return text.slice(0, MAXIMUM_ERROR_BODY);
}
