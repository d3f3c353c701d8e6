import type { ImageResponse } from '@hypotez/provider-core';
import type { CommandAction, CommandContext } from '../../command-line/command.ts';
import { chooseToken } from '../../configuration/choose-token.ts';
import { OutputError } from '../../errors/output-error.ts';
import { openTarget, type OutputTarget } from '../../files/open-target.ts';
import { writePicture } from '../../files/write-picture.ts';
import { createReporter } from '../../output/create-reporter.ts';
import type { Reporter } from '../../output/reporter.ts';
import { readGenerateOptions, type GenerateOptions } from './generate-options.ts';

/**
 * Paints one picture and writes it to a file.
 *
 * @throws {OutputError} before anything is sent, when the picture could not be written.
 * @throws {ProviderError} when there is no picture.
 */
export const generate: CommandAction = async (input, context) => {
  const options = readGenerateOptions(input);
  const reporter = createReporter(context.io, { json: options.json, printable: context.printable });
  try {
    await paint(options, reporter, context);
    return 0;
  } finally {
    reporter.close();
  }
};

async function paint(options: GenerateOptions, reporter: Reporter, context: CommandContext): Promise<void> {
  const { io, services, signal } = context;
  const { prompt, negativePrompt, aspectRatio, width, height, seed, numInferenceSteps, guidanceScale, timeoutMs } = options;
  const target = openTarget(options.output, io.cwd);
  const { token: apiKey, notice } = chooseToken(options, io.env);
  if (notice !== undefined) reporter.notice(notice);
  const space = options.embedded ? await services.startSpace() : undefined;
  try {
    await using registry = await services.openRegistry({ url: space?.url ?? options.url, apiKey });
    const request = { prompt, negativePrompt, aspectRatio, width, height, seed, numInferenceSteps, guidanceScale, timeoutMs, signal };
    for await (const event of registry.generate(options.model, request)) {
      reporter.event(event);
      if (event.type === 'image') await save(event, target, reporter, context);
    }
    if (space !== undefined) reporter.notice('Painted offline, by the emulator inside this command. Without --embedded it asks the real Space.');
  } finally {
    await space?.close();
  }
}

async function save(image: ImageResponse, target: OutputTarget, reporter: Reporter, { io, signal }: CommandContext): Promise<void> {
  for (const warning of image.warnings) reporter.notice(warning);
  for (const file of await image.images({ signal })) {
    try {
      const { path, notices } = writePicture(target, file, { prompt: image.alt, date: io.now() });
      for (const notice of notices) reporter.notice(notice);
      reporter.saved({ path, image, file });
    } catch (thrown) {
      if (!(thrown instanceof OutputError)) throw thrown;
      const again = image.seed === undefined ? undefined : `--seed ${image.seed.toString()} makes the same picture again.`;
      throw new OutputError(thrown.message, { billed: 'yes', hint: again });
    }
  }
}
