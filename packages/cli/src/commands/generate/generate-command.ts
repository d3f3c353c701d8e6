import type { Command } from '../../command-line/command.ts';
import { CONFIGURATION_OPTION } from '../../configuration/configuration-option.ts';

/** `hypotez generate`: paints pictures and writes them to files. */
export const generateCommand: Command = {
  name: 'generate',
  summary: 'paint pictures and write them to files',
  arguments: [{ name: 'prompt', description: 'what to paint; with --stdin prompts come from a pipe', optional: true }],
  options: [
    { flags: '--model <name>', description: 'model or alias (default: sd-3.5)', variable: 'HYPOTEZ_MODEL' },
    { flags: '--negative <text>', description: 'what the picture should not show', variable: 'HYPOTEZ_NEGATIVE' },
    { flags: '--aspect <W:H>', description: 'width to height, such as 16:9', variable: 'HYPOTEZ_ASPECT' },
    { flags: '--width <pixels>', description: 'width of the picture', variable: 'HYPOTEZ_WIDTH' },
    { flags: '--height <pixels>', description: 'height of the picture', variable: 'HYPOTEZ_HEIGHT' },
    { flags: '--seed <number>', description: 'the same seed gives the same picture' },
    { flags: '--steps <number>', description: 'denoising steps', variable: 'HYPOTEZ_STEPS' },
    { flags: '--guidance <number>', description: 'how strictly the picture follows the prompt', variable: 'HYPOTEZ_GUIDANCE' },
    { flags: '--image <path or URL>', description: 'start from this picture; may be repeated where the model takes several', repeated: true, file: true },
    { flags: '--mask <path or URL>', description: 'which part of the first picture may change', file: true },
    { flags: '--strength <number>', description: 'how far from the picture to go, 0 to 1' },
    { flags: '-n, --count <number>', description: 'pictures of each prompt (default: 1)' },
    { flags: '--output <file or folder>', description: 'where the pictures go (default: the current folder)', variable: 'HYPOTEZ_OUTPUT', file: true },
    { flags: '--preview', description: 'show the picture while it is painted, in terminals that can', variable: 'HYPOTEZ_PREVIEW' },
    { flags: '--stdin', description: 'read prompts from stdin, one a line' },
    { flags: '--url <url>', description: 'another Space that speaks the same interface', variable: 'HYPOTEZ_URL' },
    { flags: '--token <token>', description: 'Hugging Face token', variable: 'HF_TOKEN' },
    { flags: '--proxy <url>', description: 'http, https or socks5 proxy', variable: 'HYPOTEZ_PROXY' },
    { flags: '--timeout <seconds>', description: 'longest time of one picture (default: 600)', variable: 'HYPOTEZ_TIMEOUT' },
    CONFIGURATION_OPTION,
    { flags: '--quiet', description: 'nothing but the paths on stdout and errors on stderr' },
    { flags: '--json', description: 'one JSON object a line on stdout for every event' },
    { flags: '--embedded', description: 'paint with an emulator inside the process: offline, no quota' },
  ],
  variables: ['HYPOTEZ_IMAGES', 'HYPOTEZ_DEBUG', 'NO_COLOR'],
  examples: [
    { command: 'hypotez generate "a lighthouse at dawn"' },
    { command: 'hypotez generate "a lighthouse at dawn" --aspect 16:9 --seed 42 --output lighthouse.png' },
    { command: 'hypotez generate "a lighthouse at dawn" -n 3 --seed 42', note: 'seeds 42, 43 and 44' },
    { command: 'hypotez generate "a lighthouse at dawn" --embedded --preview', note: 'offline, no quota' },
    { command: 'hypotez generate --stdin --quiet < prompts.txt', note: 'a picture for each line' },
    { command: 'open "$(hypotez generate "a lighthouse at dawn")"', note: 'the path is all that goes to stdout' },
  ],
  load: async () => (await import('./generate.ts')).generate,
};
