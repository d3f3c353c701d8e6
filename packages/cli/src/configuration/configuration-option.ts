import type { CommandOption } from '../command-line/command-option.ts';
import type { CommandContext, CommandInput } from '../command-line/command.ts';
import { KEY_VARIABLES } from './key-variables.ts';
import type { ConfigurationPlace } from '../services/services.ts';

/** The option that names a configuration, of every command that reads one. */
export const CONFIGURATION_OPTION: CommandOption = { flags: '--config <file>', description: 'configuration (default: hypotez.config.ts, .js or .json here)', file: true };

/** Where the configuration of a command is. */
export function configurationPlace({ options }: Pick<CommandInput, 'options'>, { io, settings }: Pick<CommandContext, 'io' | 'settings'>): ConfigurationPlace {
  // A key may stand in the .env file, as the token of Spaces may.
  const keys = KEY_VARIABLES.map((name) => [name, settings.find(name)?.value] as const);
  return { cwd: io.cwd, file: options.text('--config'), env: { ...io.env, ...Object.fromEntries(keys) } };
}
