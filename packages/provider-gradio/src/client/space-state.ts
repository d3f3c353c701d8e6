import { ProviderError, propertyOf, type ResponseError } from '@hypotez/provider-core';
import { stageError } from '../errors/stage-error.ts';
import { isHuggingFaceSpace } from './is-hugging-face-space.ts';
import type { Space } from './space.ts';

/**
 * Asks the Hub why a Space does not answer; `undefined` when it does not know or the Space is none of the Hub's.
 *
 * Only asked after a failure, and without a credential: the token is bound to the Space's origin.
 */
export async function spaceStateError({ url, http, proxy }: Space, signal: AbortSignal | undefined): Promise<ResponseError | undefined> {
  if (!isHuggingFaceSpace(url)) return undefined;
  const { hostname } = new URL(url);
  const subdomain = hostname.slice(0, hostname.indexOf('.'));
  try {
    const response = await http.request({
      url: `https://huggingface.co/api/spaces/by-subdomain/${encodeURIComponent(subdomain)}`,
      proxy,
      signal,
      headersTimeoutMs: 5000,
      idleTimeoutMs: 5000,
    });
    const stage = propertyOf(propertyOf(await response.json(64 * 1024), 'runtime'), 'stage');
    return typeof stage === 'string' ? stageError(stage, hostname) : undefined;
  } catch (thrown) {
    // The Space's own answer is the error that counts; only the caller's abort goes before it.
    if (thrown instanceof ProviderError && thrown.code === 'aborted') throw thrown;
    return undefined;
  }
}
