import { AbortedError, AuthenticationError, ImageResponse, NetworkError, ProviderError, type ImageEvent, type ImageRequest } from '@hypotez/provider-core';
import type { Run } from './changed-provider.ts';
import { changedRun } from './changed-run.ts';

/** Changes what is asked for. */
const asking = (change: (request: ImageRequest) => ImageRequest): Run => (healthy, request) => healthy(change(request));
/** Changes what comes. */
const giving = (give: (event: ImageEvent, request: ImageRequest) => readonly ImageEvent[]): Run => (healthy, request) =>
  changedRun(healthy(request), { give: (event) => give(event, request) });
/** Takes one failure for something else. */
const misreading = (isMeant: (error: ProviderError) => boolean, misread: (error: ProviderError, request: ImageRequest) => ProviderError = () => new NetworkError('misread')): Run => (healthy, request) =>
  changedRun(healthy(request), { fail: (thrown) => (thrown instanceof ProviderError && isMeant(thrown) ? misread(thrown, request) : thrown) });
const statusOf = (error: ProviderError): unknown => ('status' in error ? error.status : undefined);

/** What is wrong with the runs of a plugin, by the id of the check that has to refuse it. */
export const wrongRuns: readonly (readonly [breaks: string, how: string, run: Run])[] = [
  ['unknown-model', 'paints with its default model whatever model is asked for', asking((request) => (request.model === 'no-such-model' ? { ...request, model: undefined } : request))],
  ['bad-options', 'takes a negative seed for 0', asking((request) => (request.seed === -1 ? { ...request, seed: 0 } : request))],
  ['bad-options', 'passes over what it cannot', asking((request) => ({ ...request, negativePrompt: undefined }))],
  ['sizes', 'paints a square for 16:9', asking((request) => (request.aspectRatio === '16:9' ? { ...request, aspectRatio: '1:1' } : request))],
  ['payload', 'sends another seed than the documented one', asking((request) => (request.seed === 7 && request.prompt === 'a lake' ? { ...request, seed: 8 } : request))],
  ['unicode-prompt', 'sends letters without their accents', asking((request) => ({ ...request, prompt: request.prompt?.replaceAll('é', 'e') }))],
  ['long-prompt', 'cuts a prompt after 10,000 characters', asking((request) => ({ ...request, prompt: request.prompt?.slice(0, 10_000) }))],
  ['order', 'gives each image twice', giving((event) => (event.type === 'image' ? [event, event] : [event]))],
  ['order', 'gives every image for the first one', giving((event) => (event.type === 'image' ? [event.withIndex(0)] : [event]))],
  ['capabilities', 'gives no previews, though it says that it does', giving((event) => (event.type === 'preview' ? [] : [event]))],
  ['seed', 'does not tell the seed', giving((event) => (event.type === 'image' ? [copy(event, { seed: undefined })] : [event]))],
  ['abort-before', 'does not look at a signal that was aborted', asking((request) => (request.signal?.aborted === true ? { ...request, signal: undefined } : request))],
  ['abort-during', 'does not listen to the signal', asking((request) => (request.signal?.aborted === false ? { ...request, signal: undefined } : request))],
  ['abort-after', 'fetches its images by the signal of the run', giving((event, { signal }) => (event.type === 'image' ? [copy(event, {}, signal)] : [event]))],
  ['early-exit', 'goes on when the loop is left', (healthy, request) => changedRun(healthy(request), { leave: () => undefined })],
  ['early-end', 'takes a lost job for one that never was', misreading(({ code, billed }) => code === 'job_lost' && billed === 'maybe')],
  ['stall', 'takes silence for a broken connection', misreading(({ code }) => code === 'timeout')],
  ['moderation', 'takes a refused prompt for a broken connection', misreading(({ code }) => code === 'moderation')],
  ['credentials', 'writes the credential into its error', misreading(
    ({ code, message }) => code === 'authentication' && message.includes('may not paint'), ({ message }, { apiKey }) => new AuthenticationError(`${message} ${String(apiKey)}`),
  )],
  ...[401, 402, 403, 404, 422, 429, 500, 503].map((status) => [`status-${status.toString()}`, `takes HTTP ${status.toString()} for a broken connection`, misreading((error) => statusOf(error) === status)] as const),
];

/** The same image with other fields, which cannot be fetched once a signal is aborted. */
function copy(image: ImageResponse, fields: { readonly seed?: number | undefined }, signal?: AbortSignal): ImageResponse {
  const { urls, alt, provider, model, index, seed, width, height, warnings } = image;
  return new ImageResponse({
    urls, alt, provider, model, index, seed, width, height, warnings, ...fields,
    download: async () => {
      if (signal?.aborted === true) throw new AbortedError('too late');
      const [file] = await image.images();
      if (file === undefined) throw new AbortedError('no image');
      return file;
    },
  });
}
