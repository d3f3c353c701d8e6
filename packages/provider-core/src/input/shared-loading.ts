import type { LoadedImages } from './load-input-images.ts';

/** What the attempts of one run load together, by the signal that the run gives to each of them. */
const shared = new WeakMap<AbortSignal, { loading?: Promise<LoadedImages> | undefined }>();

/** Lets all requests with this signal, which are attempts of one run, read their input images once. */
export function shareLoading(ofRun: AbortSignal): void {
  shared.set(ofRun, {});
}

/** Loads the input images of a request, unless another attempt of its run did so before or is about to. */
export function loadOnce(ofRun: AbortSignal | undefined, load: () => Promise<LoadedImages>): Promise<LoadedImages> {
  const share = ofRun && shared.get(ofRun);
  if (share === undefined) return load();
  share.loading ??= load().catch((thrown: unknown) => {
    // Another attempt may have more luck, or more time.
    share.loading = undefined;
    throw thrown;
  });
  return share.loading;
}
