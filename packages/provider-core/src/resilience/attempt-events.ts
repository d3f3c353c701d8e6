import { AbortedError } from '../errors/aborted-error.ts';
import { ProviderError } from '../errors/provider-error.ts';
import type { PluginEvent } from '../events/image-event.ts';
import { joinAttempt, type PreviewedAttempt } from '../events/image-preview.ts';
import type { ImageResponse } from '../events/image-response.ts';
import type { Candidate } from '../registry/registry.ts';
import type { FailOverRun } from './fail-over-run.ts';
import type { EndOfCall } from './provider-health.ts';

// Says nothing about the provider: the caller left, or has all that it wanted.
const LEFT = new AbortedError('The attempt was left.');

/**
 * Asks one provider for the images that are still missing. Nobody gets two of one index, and no image is lost: what has an index
 * that was not asked for is one of the missing ones all the same.
 *
 * @param end hears once how the call ended.
 * @throws {ProviderError} when one of the images cannot be had; the previews of these are superseded from then on.
 */
export async function* attemptEvents(run: FailOverRun, candidate: Candidate, end?: EndOfCall): AsyncGenerator<PluginEvent, void, undefined> {
  const { request, candidates, images, missing, delivered, signal } = run;
  run.isTrying(candidate.id);
  // Copied, since JavaScript may have passed no object at all, which the provider's run then says.
  const apiKey = candidate === candidates[0] ? { ...request }.apiKey : undefined;
  const indexes = missing.size < images ? { indexes: [...missing] } : {};
  const attempt: PreviewedAttempt = { lost: new Set() };
  try {
    for await (const given of candidate.provider.createAsyncGenerator({ ...request, ...indexes, model: candidate.model, apiKey, signal })) {
      const event = given.type === 'image' ? asMissing(given, missing) : given;
      if (event.type === 'preview') joinAttempt(event, attempt);
      if (event.type === 'image') {
        missing.delete(event.index);
        delivered.add(event.index);
        // Before it is given away: whoever has the last one leaves.
        if (missing.size === 0) end?.();
      }
      yield event;
    }
  } catch (thrown) {
    for (const index of missing) attempt.lost.add(index);
    if (thrown instanceof ProviderError) end?.(thrown, apiKey !== undefined);
    throw thrown;
  } finally {
    end?.(LEFT);
  }
}

function asMissing(image: ImageResponse, missing: ReadonlySet<number>): ImageResponse {
  const [first] = missing;
  return missing.has(image.index) || first === undefined ? image : image.withIndex(first);
}
