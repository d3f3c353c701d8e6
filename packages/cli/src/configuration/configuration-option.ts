import type { CommandOption } from '../command-line/command-option.ts';
import type { CommandContext, CommandInput } from '../command-line/command.ts';
import type { ConfigurationPlace } from '../services/services.ts';

/** The option that names a configuration, of every command that reads one. */
export const CONFIGURATION_OPTION: CommandOption = { flags: '--config <file>', description: 'configuration (default: hypotez.config.ts, .js or .json here)', file: true };

/** Where the configuration of a command is. */
export function configurationPlace({ options }: Pick<CommandInput, 'options'>, { io }: Pick<CommandContext, 'io'>): ConfigurationPlace {
  return { cwd: io.cwd, file: options.text('--config'), env: io.env };
}
