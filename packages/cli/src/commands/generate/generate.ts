import type { CommandAction } from '../../command-line/command.ts';
import { chooseToken } from '../../configuration/choose-token.ts';
import { openTarget } from '../../files/open-target.ts';
import { createReporter } from '../../output/create-reporter.ts';
import { checkSeeds } from './check-seeds.ts';
import { readGenerateOptions, type GenerateOptions } from './generate-options.ts';
import { paintPictures } from './paint-pictures.ts';
import { readPrompts } from './read-prompts.ts';

/**
 * Paints pictures, one after another, and writes each to a file. Gives the exit code of the first failure.
 *
 * @throws {UsageError} when the options make no sense.
 * @throws {OutputError} before anything is sent, when a picture could not be written.
 * @throws {ProviderError} when nothing can be begun.
 */
export const generate: CommandAction = async (input, context) => {
  const { io, services, settings, signal, printable } = context;
  const options = readGenerateOptions(input);
  const target = openTarget(options.output, io.cwd);
  const { token: apiKey, notice } = chooseToken(options, settings);
  const space = options.embedded ? await services.startSpace({ previews: options.preview }) : undefined;
  try {
    await using registry = await services.openRegistry({ url: space?.url ?? options.url, apiKey });
    checkSeeds(options, registry);
    const reporter = await createReporter(io, { format: options.format, printable, settings, readsStdin: options.prompt === undefined, preview: options.preview });
    try {
      for (const text of [...(notice === undefined ? [] : [notice]), ...placeNotices(options)]) reporter.notice(text);
      const prompts = options.prompt === undefined ? readPrompts(io, reporter, signal) : [{ prompt: options.prompt }];
      return await paintPictures({ options, prompts, target, registry, reporter, context });
    } finally {
      reporter.close();
    }
  } finally {
    await space?.close();
  }
};

/** What is worth knowing about where the prompt goes; a `.env` file may be somebody else's. */
function placeNotices({ embedded, url, urlOrigin, proxyOrigin }: GenerateOptions): readonly string[] {
  return [
    ...(embedded ? ['Painting offline, with the emulator inside this command.'] : []),
    ...(urlOrigin === '.env' ? [`Asking ${url ?? ''}, as the .env file says.`] : []),
    ...(proxyOrigin === '.env' ? ['Going through the proxy that the .env file names.'] : []),
  ];
}
