import type { Command } from '../../command-line/command.ts';

/** `hypotez generate`: paints pictures and writes them to files. */
export const generateCommand: Command = {
  name: 'generate',
  summary: 'paint one picture and write it to a file',
  arguments: [{ name: 'prompt', description: 'what to paint' }],
  options: [
    { flags: '--model <name>', description: 'model or alias (default: sd-3.5)' },
    { flags: '--negative <text>', description: 'what the picture should not show' },
    { flags: '--aspect <W:H>', description: 'width to height, such as 16:9' },
    { flags: '--width <pixels>', description: 'width of the picture' },
    { flags: '--height <pixels>', description: 'height of the picture' },
    { flags: '--seed <number>', description: 'the same seed gives the same picture' },
    { flags: '--steps <number>', description: 'denoising steps' },
    { flags: '--guidance <number>', description: 'how strictly the picture follows the prompt' },
    { flags: '--output <file or folder>', description: 'where the picture goes (default: the current folder)', file: true },
    { flags: '--url <url>', description: 'another Space that speaks the same interface' },
    { flags: '--token <token>', description: 'Hugging Face token (default: HF_TOKEN of the environment)' },
    { flags: '--timeout <seconds>', description: 'longest time of the run (default: 600)' },
    { flags: '--json', description: 'one JSON object a line on stdout for every event' },
    { flags: '--embedded', description: 'paint with an emulator inside the process: offline, no quota' },
  ],
  examples: [
    { command: 'hypotez generate "a lighthouse at dawn"' },
    { command: 'hypotez generate "a lighthouse at dawn" --aspect 16:9 --seed 42 --output lighthouse.png' },
    { command: 'hypotez generate "a lighthouse at dawn" --embedded', note: 'offline, no quota' },
    { command: 'open "$(hypotez generate "a lighthouse at dawn")"', note: 'the path is all that goes to stdout' },
  ],
  load: async () => (await import('./generate.ts')).generate,
};
