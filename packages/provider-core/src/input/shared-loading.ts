import type { LoadedImages } from './load-input-images.ts';

/** What was loaded once, or is about to be. */
export interface SharedLoading {
  loading?: Promise<LoadedImages> | undefined;
}

/** What the attempts of one run load together, by the signal that the run gives to each of them. */
export const sharedByRun = new WeakMap<AbortSignal, SharedLoading>();

/** Lets all requests with this signal, which are attempts of one run, read their input images once. */
export function shareLoading(ofRun: AbortSignal): void {
  sharedByRun.set(ofRun, {});
}
