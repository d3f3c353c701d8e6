import { ProviderError } from '../errors/provider-error.ts';
import type { HttpResponse } from './http.ts';

/** Longest time for an error's body, in milliseconds: the status alone says enough. */
const ERROR_BODY_MS = 5000;

/** Reads the beginning of an error's body as text; what is longer than `errorBodyBytes`, takes longer than 5 s, or breaks, is cut off. */
export async function readErrorBody(response: HttpResponse): Promise<string> {
  const { errorBodyBytes } = response.limits;
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of response.chunks(errorBodyBytes, ERROR_BODY_MS)) text += decoder.decode(chunk, { stream: true });
  } catch (thrown) {
    // The status is already known and says more than a body that broke off or has no end; an abort is the caller's and goes on.
    if (thrown instanceof ProviderError && thrown.code === 'aborted') throw thrown;
  }
  return text.slice(0, errorBodyBytes);
}
