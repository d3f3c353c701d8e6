import type { ErrorCode } from './error-code.ts';
import { ProviderError } from './provider-error.ts';
import { worstBilled } from './worst-billed.ts';

/** One image of several that could not be had. */
export interface MissingImage {
  /** Its index among the images of the request, from 0. */
  readonly index: number;
  /** Why it is missing. Images that were lost together share one error. */
  readonly error: ProviderError;
}

/** Some images of a run with several are missing, perhaps all of them; those that could be had were given before. */
export class MissingImagesError extends ProviderError {
  static override readonly brand: string = 'MissingImagesError';
  static override readonly code: ErrorCode = 'missing_images';

  /** What is missing, by index. */
  readonly failures: readonly MissingImage[];

  /**
   * It is retryable when every image may come later, and `billed` tells the worst that a missing one may have cost.
   *
   * @param images number of images that were asked for.
   */
  constructor(images: number, failures: readonly MissingImage[]) {
    const errors = [...new Set(failures.map(({ error }) => error))];
    const waits = errors.flatMap(({ retryAfterMs = [] }) => retryAfterMs);
    const reasons = Map.groupBy(failures, ({ error }) => error.message);
    // For people, who count from 1.
    const list = [...reasons].map(([message, lost]) => `Image${lost.length === 1 ? '' : 's'} ${lost.map(({ index }) => index + 1).join(', ')}: ${message}`);
    super(`Of ${images} images ${failures.length} ${failures.length === 1 ? 'is' : 'are'} missing. ${list.join(' ')}`, {
      retryable: errors.every(({ retryable }) => retryable),
      billed: worstBilled(errors),
      retryAfterMs: waits.length === 0 ? undefined : Math.max(...waits),
    });
    this.failures = failures;
  }
}
