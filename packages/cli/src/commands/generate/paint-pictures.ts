import type { CommandContext } from '../../command-line/command.ts';
import type { Failure } from '../../errors/failure.ts';
import type { OutputTarget } from '../../files/open-target.ts';
import type { Reporter } from '../../output/reporter.ts';
import type { PictureSource } from '../../services/services.ts';
import { failureScope, type FailureScope } from './failure-scope.ts';
import type { GenerateOptions } from './generate-options.ts';
import { paintBatch } from './paint-batch.ts';
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
 * Paints the pictures: those of one prompt together, as many as the model makes in one run, prompts one after another. A
 * failure costs its own picture; one that all would share ends the lot. Nothing is started again.
 *
 * Gives the exit code of the first failure, or of the signal that ended it.
 */
export async function paintPictures(painting: Painting): Promise<number> {
  const { options, prompts, reporter, context } = painting;
  const total = options.prompt === undefined ? undefined : options.count;
  const failures: Failure[] = [];
  let painted = 0;
  const paint = async (line: PromptLine, offset: number, count: number): Promise<FailureScope | undefined> => {
    const batch = { index: painted + failures.length + 1, count, total, line: line.line };
    reporter.begin(batch);
    const outcome = await paintBatch({ ...painting, batch, prompt: line.prompt, seed: options.seed === undefined ? undefined : options.seed + offset });
    painted += outcome.painted;
    failures.push(...outcome.failures);
    const scopes = outcome.failures.map(failureScope);
    return (['all', 'prompt', 'picture'] as const).find((scope) => scopes.includes(scope));
  };
  await paintUntilItEnds(prompts, options.count, runSize(painting), paint);
  if (total !== 1) {
    const failed = failures.length;
    reporter.summary({ painted, failed, left: total === undefined ? undefined : total - painted - failed });
  }
  const aborted = failures.find(({ code }) => code === 'aborted');
  // While the next prompt is waited for there is nobody who throws.
  if (total === undefined && aborted === undefined) context.signal.throwIfAborted();
  return (aborted ?? failures[0])?.exitCode ?? 0;
}

/** The most pictures of one run, whoever of the model's providers makes it. */
function runSize({ options: { count, model }, registry }: Painting): number {
  return count === 1 ? 1 : Math.min(count, ...registry.candidates(model).map(({ provider }) => provider.bounds.n.max));
}

async function paintUntilItEnds(prompts: Painting['prompts'], count: number, most: number, paint: (line: PromptLine, offset: number, count: number) => Promise<FailureScope | undefined>): Promise<void> {
  for await (const line of prompts) {
    for (let offset = 0; offset < count; offset += most) {
      const ended = await paint(line, offset, Math.min(most, count - offset));
      if (ended === 'all') return;
      if (ended === 'prompt') break;
    }
  }
}
