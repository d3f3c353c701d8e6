import type { Command } from '../../command-line/command.ts';

/** `hypotez show`: tells how a picture was made. */
export const showCommand: Command = {
  name: 'show',
  summary: 'tell how a picture was made, and the command that makes it again',
  arguments: [{ name: 'file', description: 'PNG, WebP or JPEG that hypotez has written', file: true }],
  options: [
    { flags: '--command', description: 'the command and nothing else' },
    { flags: '--json', description: 'one JSON object on stdout, texts to the letter' },
  ],
  examples: [
    { command: 'hypotez show lighthouse.png' },
    { command: 'eval "$(hypotez show lighthouse.png --command)"', note: 'makes the picture again' },
    { command: 'hypotez show lighthouse.png --json | jq .seed' },
  ],
  load: async () => (await import('./show.ts')).show,
};
