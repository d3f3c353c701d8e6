import { BadImageError } from '../errors/bad-image-error.ts';
import { NetworkError } from '../errors/network-error.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { wait } from '../services/wait.ts';
import type { Clock } from '../services/clock.ts';
import { abortReason } from '../transport/abort-reason.ts';

/** How often a download is done again. */
const MAXIMUM_REDOS = 2;

/** How long it waits before, in milliseconds: a storage may know a new file a moment later everywhere than where it was put. */
const DELAY_MS = 500;

/**
 * Does a download, and up to twice again when the image is not there yet, the connection breaks, or what comes is no whole
 * image. Asking again for what was painted costs nothing.
 *
 * @param signal ends the waiting in between too.
 */
export async function redoDownload<Result>(download: () => Promise<Result>, clock: Clock, signal: AbortSignal): Promise<Result> {
  for (let redos = 0; ; redos += 1) {
    try {
      return await download();
    } catch (thrown) {
      if (redos === MAXIMUM_REDOS || !mayPass(thrown)) throw thrown;
    }
    await wait(clock, DELAY_MS, signal).catch(() => {
      throw abortReason(signal);
    });
  }
}

function mayPass(thrown: unknown): boolean {
  return thrown instanceof NotFoundError || thrown instanceof BadImageError || (thrown instanceof NetworkError && thrown.retryable);
}
