import { describeCause } from '../errors/describe-cause.ts';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import type { ImageFile } from '../images/image-file.ts';
import { abortReason } from '../transport/abort-reason.ts';
import { describeInput } from './describe-input.ts';
import type { InputImages, KeptInput } from './input-images.ts';
import { IMAGE_RULE, reasonOf } from './reason-of.ts';
import { loadOnce } from './load-once.ts';
import { readInput, type InputSource } from './read-input.ts';

/** Input images in memory. */
export interface LoadedImages {
  readonly images: readonly ImageFile[];
  readonly mask?: ImageFile | undefined;
}

/**
 * Reads all input images of a request, at the same time; once, however often it is asked.
 *
 * @param ofRun signal of the request; other attempts of the same run have it too, and get the same images.
 * @throws {InvalidRequestError} one, with every input that cannot be had or is no image.
 * @throws {ProviderError} the reason of the signal, when that aborts first.
 */
export function loadInputImages(inputs: InputImages, source: InputSource, ofRun?: AbortSignal): Promise<LoadedImages> {
  return loadOnce(inputs, ofRun, () => readAll(inputs, source));
}

async function readAll({ images, mask }: InputImages, source: InputSource): Promise<LoadedImages> {
  const inputs: readonly (readonly [field: string, input: KeptInput])[] = [
    ...images.map((input, index) => [`images[${index}]`, input] as const),
    ...(mask === undefined ? [] : [['mask', mask] as const]),
  ];
  const results = await Promise.allSettled(inputs.map(([, input]) => readInput(input, source)));
  // What failed by that is no mistake of the request.
  if (source.signal.aborted) throw abortReason(source.signal);
  const failures = inputs.flatMap(([field, input], place) => {
    const result = results[place];
    return result?.status === 'rejected' ? [{ field, input, thrown: result.reason as unknown }] : [];
  });
  const [first] = failures;
  if (first !== undefined) {
    const problems = failures.map(({ field, input, thrown }) => ({ field, value: `${describeInput(input)} (${reasonOf(thrown, input)})`, allowed: IMAGE_RULE }));
    throw new InvalidRequestError(problems, { cause: describeCause(first.thrown) });
  }
  const files = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  return { images: files.slice(0, images.length), mask: files[images.length] };
}
