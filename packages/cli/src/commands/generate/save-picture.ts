import type { ImageFile, ImageResponse } from '@hypotez/provider-core';
import { OutputError } from '../../errors/output-error.ts';
import { writePicture } from '../../files/write-picture.ts';
import { embedMetadata } from '../../metadata/embed-metadata.ts';
import { MetadataError } from '../../metadata/metadata-error.ts';
import { metadataOf } from './metadata-of.ts';
import { numberAt } from '../../output/picture-batch.ts';
import type { BatchTask } from './paint-batch.ts';

/**
 * Fetches a picture and writes it to a file that tells how it was made.
 *
 * @throws {ProviderError} when it cannot be fetched.
 * @throws {OutputError} when it cannot be written.
 */
export async function savePicture(image: ImageResponse, task: BatchTask): Promise<void> {
  const { batch, prompt, target, reporter, context: { io, signal } } = task;
  for (const fetched of await image.images({ signal })) {
    const { file, notice } = describeInside(fetched, image, task);
    try {
      const { path, notices } = writePicture(target, file, { prompt, date: io.now(), index: numberAt(batch, image.index).index });
      await reporter.show(file);
      for (const text of [...image.warnings, ...notice, ...notices]) reporter.notice(text, image.index);
      reporter.saved({ path, image, file });
    } catch (thrown) {
      if (!(thrown instanceof OutputError)) throw thrown;
      const again = image.seed === undefined ? undefined : `--seed ${image.seed.toString()} makes the same picture again.`;
      throw new OutputError(thrown.message, { billed: 'yes', hint: again });
    }
  }
}

/** The file with its origin in it; one that has no place for it stays as it came. */
function describeInside(file: ImageFile, image: ImageResponse, task: BatchTask): { readonly file: ImageFile; readonly notice: readonly string[] } {
  try {
    return { file: { ...file, bytes: embedMetadata(file.bytes, file.mediaType, metadataOf(image, task)) }, notice: [] };
  } catch (thrown) {
    if (!(thrown instanceof MetadataError)) throw thrown;
    return { file, notice: [`The file does not tell how it was made. ${thrown.message}`] };
  }
}
