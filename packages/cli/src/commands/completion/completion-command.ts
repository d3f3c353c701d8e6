import type { Command } from '../../command-line/command.ts';

/** `hypotez completion`: lets a shell complete what is typed. */
export const completionCommand: Command = {
  name: 'completion',
  summary: 'write the script by which a shell completes commands, options and models',
  arguments: [{ name: 'shell', description: 'the shell', choices: ['bash', 'zsh', 'fish'] }],
  options: [],
  examples: [
    { command: 'eval "$(hypotez completion bash)"', note: 'in ~/.bashrc' },
    { command: 'source <(hypotez completion zsh)', note: 'in ~/.zshrc, behind compinit' },
    { command: 'hypotez completion fish | source', note: 'in ~/.config/fish/config.fish' },
  ],
  load: async () => (await import('./completion.ts')).completion,
};
