import type { CodeBlock } from '../markdown/code-block.ts';

/** A block of TypeScript that a reader would copy. */
export interface Example {
  readonly block: CodeBlock;
  /** Place on the page, as `README.md:12`. */
  readonly place: string;
  /** Name of the file that it is checked and run as. */
  readonly fileName: string;
  /** The code, moved down so that its line numbers are those of the page. */
  readonly source: string;
  /** Whether it is run, and not only checked. */
  readonly runs: boolean;
  /** What it must print, where the page says so in a block that follows. */
  readonly output?: string | undefined;
}

/**
 * Makes examples of the TypeScript blocks of one page.
 *
 * A block of the language `text` with the flag `output` says what the example before it prints.
 */
export function examplesOf(blocks: readonly CodeBlock[]): readonly Example[] {
  return blocks.flatMap((block, index) => {
    if (block.language !== 'ts') return [];
    const { file, line, code, flags } = block;
    const next = blocks[index + 1];
    const output = next?.language === 'text' && next.flags.includes('output') ? next.code : undefined;
    return [{
      block,
      place: `${file}:${line.toString()}`,
      fileName: `${file.replaceAll(/[^\w-]+/gu, '-')}-${line.toString()}.mts`,
      source: `${'\n'.repeat(line - 1)}${code}\n`,
      runs: !flags.includes('no-run'),
      output,
    }];
  });
}
