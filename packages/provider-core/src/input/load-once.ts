import type { InputImages } from './input-images.ts';
import type { LoadedImages } from './load-input-images.ts';
import { sharedByRun, type SharedLoading } from './shared-loading.ts';

/** What one request loads, also when it is prepared twice. */
const byRequest = new WeakMap<InputImages, SharedLoading>();

/** Loads the input images of a request, unless that was done before, or by another attempt of its run. */
export function loadOnce(inputs: InputImages, ofRun: AbortSignal | undefined, load: () => Promise<LoadedImages>): Promise<LoadedImages> {
  const share = (ofRun && sharedByRun.get(ofRun)) ?? byRequest.get(inputs) ?? {};
  byRequest.set(inputs, share);
  share.loading ??= load().catch((thrown: unknown) => {
    // Another attempt may have more luck, or more time.
    share.loading = undefined;
    throw thrown;
  });
  return share.loading;
}
