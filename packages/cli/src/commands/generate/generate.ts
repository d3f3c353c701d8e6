import type { CommandAction } from '../../command-line/command.ts';
import { chooseToken } from '../../configuration/choose-token.ts';
import { configurationPlace } from '../../configuration/configuration-option.ts';
import { openTarget } from '../../files/open-target.ts';
import { createReporter } from '../../output/create-reporter.ts';
import { applyDefaults } from './apply-defaults.ts';
import { checkSeeds } from './check-seeds.ts';
import { readGenerateOptions, type GenerateOptions } from './generate-options.ts';
import { leftOutNotices } from './left-out-notices.ts';
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
  const typed = readGenerateOptions(input, io.cwd);
  const target = openTarget(typed.output, io.cwd);
  const { token: apiKey, notice } = chooseToken({ ...typed, url: typed.space ?? typed.url }, settings);
  const space = typed.embedded ? await services.startSpace({ previews: typed.preview }) : undefined;
  try {
    await using registry = await services.openRegistry({ url: space?.url ?? typed.url, space: typed.space, apiName: typed.api, apiKey }, configurationPlace(input, context));
    const options = applyDefaults(typed, registry.defaults);
    checkSeeds(options, registry);
    const reporter = await createReporter(io, { format: options.format, printable, settings, readsStdin: options.prompt === undefined, preview: options.preview });
    try {
      for (const text of [...(notice === undefined ? [] : [notice]), ...placeNotices(options), ...leftOutNotices(registry, options.model)]) reporter.notice(text);
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
