import type { CommanderError } from 'commander';
import type { Command } from './command.ts';

/** What the parser found wrong, as a sentence without values: one of them may be a token that lost its option. */
export function explainParserError({ code, message }: CommanderError, command: Command | undefined): string {
  if (code === 'commander.excessArguments' && command !== undefined) {
    const names = command.arguments.map(({ name }) => name).join(' and ');
    return names === '' ? `${command.name} takes no words besides its options.` : `${command.name} takes one ${names}: put it in quotes.`;
  }
  const text = message.replace(/^error: /u, '').replace(/'(--?[\w-]+)=[^']*'/gu, `'$1'`).replace(/\s+/gu, ' ');
  const sentence = `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
  return /[.?)]$/u.test(sentence) ? sentence : `${sentence}.`;
}
