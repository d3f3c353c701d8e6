import type { CodeBlock } from '../markdown/code-block.ts';

/** One line of a shell block. */
export interface ShellCommand {
  /** Place on the page, as `README.md:12`. */
  readonly place: string;
  readonly text: string;
}

/** The commands of a shell block, comments and prompts taken off, continued lines joined. */
export function shellCommands({ file, line, code }: CodeBlock): readonly ShellCommand[] {
  const commands: ShellCommand[] = [];
  let unfinished = '';
  for (const [index, content] of code.split('\n').entries()) {
    const text = unfinished + content.replace(/^\s*\$ /u, '').replace(/(?:^|\s)#.*$/u, '');
    unfinished = text.endsWith('\\') ? text.slice(0, -1) : '';
    if (unfinished === '' && text.trim() !== '') commands.push({ place: `${file}:${(line + index).toString()}`, text: text.trim() });
  }
  return commands;
}
