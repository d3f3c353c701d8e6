import type { CommandContext } from '../../command-line/command.ts';
import { OWN_EXIT_CODES } from '../../errors/exit-codes.ts';
import type { Failure } from '../../errors/failure.ts';
import type { OutputTarget } from '../../files/open-target.ts';
import type { Reporter } from '../../output/reporter.ts';
import type { PictureSource } from '../../services/services.ts';
import { failureScope, type FailureScope } from './failure-scope.ts';
import type { GenerateOptions } from './generate-options.ts';
import { paintPicture } from './paint-picture.ts';
import type { PromptLine } from './read-prompts.ts';

/** What the pictures of one command have in common. */
export interface Painting {
  readonly options: GenerateOptions;
  readonly prompts: AsyncIterable<PromptLine> | Iterable<PromptLine>;
  readonly target: OutputTarget;
  readonly registry: PictureSource;
  readonly reporter: Reporter;
  readonly context: CommandContext;
}

/**
 * Paints the pictures one after another. A failure costs its own picture; one that all would share ends the lot. Nothing is
 * started again.
 *
 * Gives the exit code of the first failure, or of the signal that ended it.
 */
export async function paintPictures(painting: Painting): Promise<number> {
  const { options, prompts, reporter, context } = painting;
  const total = options.prompt === undefined ? undefined : options.count;
  const failures: Failure[] = [];
  let painted = 0;
  const paintOne = async (line: PromptLine, offset: number): Promise<FailureScope | undefined> => {
    const number = { index: painted + failures.length + 1, total, line: line.line };
    reporter.begin(number);
    try {
      await paintPicture({ ...painting, number, prompt: line.prompt, seed: options.seed === undefined ? undefined : options.seed + offset });
      painted += 1;
      return undefined;
    } catch (thrown) {
      const failure = context.describeFailure(thrown);
      failures.push(failure);
      // Nobody is there to be told.
      if (failure.exitCode !== OWN_EXIT_CODES.pipeClosed) reporter.failed(failure);
      return failureScope(failure);
    }
  };
  await paintUntilItEnds(prompts, options.count, paintOne);
  if (total !== 1) {
    const failed = failures.length;
    reporter.summary({ painted, failed, left: total === undefined ? undefined : total - painted - failed });
  }
  const aborted = failures.find(({ code }) => code === 'aborted');
  // While the next prompt is waited for there is nobody who throws.
  if (total === undefined && aborted === undefined) context.signal.throwIfAborted();
  return (aborted ?? failures[0])?.exitCode ?? 0;
}

async function paintUntilItEnds(prompts: Painting['prompts'], count: number, paintOne: (line: PromptLine, offset: number) => Promise<FailureScope | undefined>): Promise<void> {
  for await (const line of prompts) {
    for (let offset = 0; offset < count; offset += 1) {
      const ended = await paintOne(line, offset);
      if (ended === 'all') return;
      if (ended === 'prompt') break;
    }
  }
}
