import type { CommandContext } from '../../command-line/command.ts';
import type { OutputTarget } from '../../files/open-target.ts';
import type { PictureNumber } from '../../output/picture-number.ts';
import type { Reporter } from '../../output/reporter.ts';
import type { PictureSource } from '../../services/services.ts';
import type { GenerateOptions } from './generate-options.ts';
import { PreviewLoader } from './preview-loader.ts';
import { savePicture } from './save-picture.ts';

/** One picture of a command. */
export interface PictureTask {
  readonly number: PictureNumber;
  readonly prompt: string;
  readonly seed?: number | undefined;
  readonly options: GenerateOptions;
  readonly target: OutputTarget;
  readonly registry: PictureSource;
  readonly reporter: Reporter;
  readonly context: CommandContext;
}

/**
 * Paints one picture and writes it to a file.
 *
 * @throws {ProviderError} when there is no picture.
 * @throws {OutputError} when it cannot be written.
 */
export async function paintPicture(task: PictureTask): Promise<void> {
  const { prompt, seed, options, registry, reporter, context } = task;
  const { signal } = context;
  const { negativePrompt, aspectRatio, width, height, numInferenceSteps, guidanceScale, timeoutMs, proxy } = options;
  const previews = options.preview && reporter.showsPictures ? new PreviewLoader((file) => reporter.show(file), signal) : undefined;
  try {
    const request = { prompt, negativePrompt, aspectRatio, width, height, seed, numInferenceSteps, guidanceScale, timeoutMs, proxy, signal };
    for await (const event of registry.generate(options.model, request)) {
      reporter.event(event);
      if (event.type === 'preview') previews?.offer(event);
      if (event.type !== 'image') continue;
      await previews?.stop();
      await savePicture(event, task);
    }
  } finally {
    await previews?.stop();
  }
}
