import type { Command } from '../../command-line/command.ts';
import { CONFIGURATION_OPTION } from '../../configuration/configuration-option.ts';

/** `hypotez models`: lists the models. */
export const modelsCommand: Command = {
  name: 'models',
  summary: 'list the models, their names and what they accept',
  arguments: [],
  options: [CONFIGURATION_OPTION, { flags: '--json', description: 'one JSON object a line on stdout for every model' }],
  examples: [
    { command: 'hypotez models', note: 'defaults stand in brackets' },
    { command: `hypotez models --json | jq -r '.aliases[]'` },
  ],
  load: async () => (await import('./models.ts')).models,
};
