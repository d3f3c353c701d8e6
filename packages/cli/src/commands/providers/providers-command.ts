import type { Command } from '../../command-line/command.ts';
import { CONFIGURATION_OPTION } from '../../configuration/configuration-option.ts';

/** `hypotez providers`: lists the providers. */
export const providersCommand: Command = {
  name: 'providers',
  summary: 'list the providers, their addresses and models',
  arguments: [],
  options: [CONFIGURATION_OPTION, { flags: '--json', description: 'one JSON object a line on stdout for every provider' }],
  examples: [
    { command: 'hypotez providers', note: 'working is what the plugin says; "hypotez doctor" looks' },
    { command: 'hypotez providers --json | jq -r .url' },
  ],
  load: async () => (await import('./providers.ts')).providers,
};
