import type { ShellCommand } from './shell-command.ts';

/** One use of the command line program. */
export interface HypotezCall {
  /** Sub-command, or nothing where only options of the program itself are given. */
  readonly subCommand: string | undefined;
  /** Options without their values. */
  readonly options: readonly string[];
}

/** Finds the uses of `hypotez` in a line of shell, also as `npm run hypotez --`; several where a pipe or a bracket holds them. */
export function hypotezCalls({ text }: Pick<ShellCommand, 'text'>): readonly HypotezCall[] {
  return [...text.matchAll(/(?<=^|[\s(])hypotez\s+(?:--\s+)?([^|;&)]*)/gu)].map(([, rest = '']) => ({
    subCommand: /^[a-z][\w-]*/u.exec(rest)?.[0],
    options: [...rest.matchAll(/(?<=^|\s)--?[a-z][\w-]*/gu)].map(([option]) => option),
  }));
}
