import type { Command } from '../../command-line/command.ts';
import { CONFIGURATION_OPTION } from '../../configuration/configuration-option.ts';

/** `hypotez doctor`: looks why pictures do not come. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'look whether everything that a picture needs works; uses no quota',
  arguments: [],
  options: [
    { flags: '--model <name>', description: 'model or alias (default: sd-3.5)', variable: 'HYPOTEZ_MODEL' },
    { flags: '--url <url>', description: 'another Space that speaks the same interface', variable: 'HYPOTEZ_URL' },
    { flags: '--token <token>', description: 'Hugging Face token', variable: 'HF_TOKEN' },
    { flags: '--proxy <url>', description: 'http, https or socks5 proxy', variable: 'HYPOTEZ_PROXY' },
    { flags: '--timeout <seconds>', description: 'longest wait for an answer (default: 10)' },
    CONFIGURATION_OPTION,
    { flags: '--json', description: 'one JSON object a line on stdout for every check' },
  ],
  examples: [
    { command: 'hypotez doctor' },
    { command: 'hypotez doctor --url http://127.0.0.1:7860', note: 'a Space of your own' },
    { command: `hypotez doctor --json | jq 'select(.status == "broken")'` },
  ],
  load: async () => (await import('./doctor.ts')).doctor,
};
