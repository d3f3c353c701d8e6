import { describeCause } from '../errors/describe-cause.ts';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import type { RequestProblem } from '../errors/request-problem.ts';
import type { ImageFile } from '../images/image-file.ts';
import { abortReason } from '../transport/abort-reason.ts';
import { describeInput } from './describe-input.ts';
import type { InputImages, KeptInput } from './input-images.ts';
import { IMAGE_RULE, reasonOf } from './reason-of.ts';
import { readInput, type InputSource } from './read-input.ts';

/** Input images in memory. */
export interface LoadedImages {
  readonly images: readonly ImageFile[];
  readonly mask?: ImageFile | undefined;
}

/**
 * Reads all input images of a request, at the same time.
 *
 * @throws {InvalidRequestError} one, with every input that cannot be had or is no image.
 * @throws {ProviderError} the reason of the signal, when that aborts first.
 */
export async function loadInputImages({ images, mask }: InputImages, source: InputSource): Promise<LoadedImages> {
  const problems: RequestProblem[] = [];
  let cause: unknown;
  const load = async (field: string, input: KeptInput): Promise<readonly ImageFile[]> => {
    try {
      return [await readInput(input, source)];
    } catch (thrown) {
      cause ??= thrown;
      problems.push({ field, value: `${describeInput(input)} (${reasonOf(thrown, input)})`, allowed: IMAGE_RULE });
      return [];
    }
  };
  const [files, [maskFile]] = await Promise.all([
    Promise.all(images.map((input, index) => load(`images[${index}]`, input))),
    mask === undefined ? [] : load('mask', mask),
  ]);
  if (source.signal.aborted) throw abortReason(source.signal);
  if (problems.length > 0) throw new InvalidRequestError(problems.toSorted((one, other) => one.field.localeCompare(other.field)), { cause: describeCause(cause) });
  return { images: files.flat(), mask: maskFile };
}
