import { readFile } from '#read-file';
import { downloadImage, type ImageSource } from '../images/download-image.ts';
import type { ImageFile } from '../images/image-file.ts';
import { parseImage } from '../images/parse-image.ts';
import { DEFAULT_LIMITS } from '../transport/limits.ts';
import { isWebUrl } from './describe-input.ts';
import type { KeptInput } from './input-images.ts';
import { UnusableInputError } from './unusable-input-error.ts';

/** How input images are had. */
export interface InputSource extends Pick<ImageSource, 'http' | 'clock' | 'proxy'> {
  readonly signal: AbortSignal;
}

/** A scheme and what only a URL goes on with; one letter is a drive of Windows. */
const OTHER_URL = /^(?:[a-z][a-z\d+.-]+:\/\/|blob:)/iu;

/**
 * Reads one input image and looks whether it is one.
 *
 * A URL is asked for like one that a server named: by no credential, and on the public internet only. Whoever let others say
 * what is painted over would otherwise let them look into his network.
 *
 * @throws {UnusableInputError} when it cannot be had.
 * @throws {ProviderError} of the reason, when it cannot be fetched or is no image.
 */
export async function readInput(input: KeptInput, { signal, ...source }: InputSource): Promise<ImageFile> {
  const { imageBytes, imageSide: maximumSide } = source.http.limits ?? DEFAULT_LIMITS;
  if (input instanceof Blob) {
    if (input.size > imageBytes) throw new UnusableInputError(`it has more than ${imageBytes} bytes (limits.imageBytes)`);
    return parseImage(new Uint8Array(await input.arrayBuffer()), { maximumSide });
  }
  const text = String(input);
  if (isWebUrl(text) || /^data:/iu.test(text)) return downloadImage({ ...source, origins: [], publicImages: true }, text, { signal });
  if (input instanceof URL || OTHER_URL.test(text)) throw new UnusableInputError('a URL has to be one of http:, https: or data:; a file is given by its path');
  return parseImage(await readFile(text, imageBytes, signal), { maximumSide });
}
