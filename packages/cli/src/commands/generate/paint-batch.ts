import type { CommandContext } from '../../command-line/command.ts';
import { OWN_EXIT_CODES } from '../../errors/exit-codes.ts';
import type { Failure } from '../../errors/failure.ts';
import type { OutputTarget } from '../../files/open-target.ts';
import type { PictureBatch } from '../../output/picture-batch.ts';
import type { Reporter } from '../../output/reporter.ts';
import type { PictureSource } from '../../services/services.ts';
import { failureScope } from './failure-scope.ts';
import type { GenerateOptions } from './generate-options.ts';
import { lostPictures } from './lost-pictures.ts';
import { PreviewLoader } from './preview-loader.ts';
import { runTimeout } from './run-timeout.ts';
import { savePicture } from './save-picture.ts';

/** The pictures of one run. */
export interface BatchTask {
  readonly batch: PictureBatch;
  readonly prompt: string;
  /** Of the first one; the others take the next ones. */
  readonly seed?: number | undefined;
  readonly options: GenerateOptions;
  readonly target: OutputTarget;
  readonly registry: PictureSource;
  readonly reporter: Reporter;
  readonly context: CommandContext;
}

/** What became of the pictures of one run. */
export interface BatchOutcome {
  readonly painted: number;
  /** In the order of the pictures. */
  readonly failures: readonly Failure[];
}

/** Paints the pictures of one run and writes each to a file as soon as it is there. A failure costs its own picture. */
export async function paintBatch(task: BatchTask): Promise<BatchOutcome> {
  const { batch: { count }, prompt, seed, options, registry, reporter, context } = task;
  const { signal } = context;
  const { negativePrompt, aspectRatio, width, height, numInferenceSteps, guidanceScale, images, mask, strength, proxy } = options;
  const open = new Set(Array.from({ length: count }, (_, position) => position));
  const failures = new Map<number, Failure>();
  const fail = (thrown: unknown, positions: readonly number[]): Failure => {
    const failure = context.describeFailure(thrown);
    for (const position of positions) {
      open.delete(position);
      failures.set(position, failure);
    }
    // Nobody is there to be told.
    if (failure.exitCode !== OWN_EXIT_CODES.pipeClosed) reporter.failed(failure, positions);
    return failure;
  };
  const previews = options.preview && reporter.showsPictures ? new PreviewLoader((file) => reporter.show(file), signal) : undefined;
  let painted = 0;
  try {
    const n = count === 1 ? undefined : count;
    const timeoutMs = runTimeout(options.timeoutMs, count);
    const request = { prompt, negativePrompt, aspectRatio, width, height, seed, numInferenceSteps, guidanceScale, images, mask, strength, n, timeoutMs, proxy, signal };
    for await (const event of registry.generate(options.model, request)) {
      reporter.event(event);
      if (event.type === 'preview') previews?.offer(event);
      if (event.type !== 'image') continue;
      await previews?.stop();
      try {
        await savePicture(event, task);
        open.delete(event.index);
        painted += 1;
      } catch (thrown) {
        // The others cannot be written either: leaving ends them.
        if (failureScope(fail(thrown, [event.index])) === 'all') break;
      }
    }
  } catch (thrown) {
    for (const { error, positions } of lostPictures(thrown, [...open])) fail(error, positions);
  } finally {
    await previews?.stop();
  }
  return { painted, failures: [...failures].toSorted(([one], [other]) => one - other).map(([, failure]) => failure) };
}
