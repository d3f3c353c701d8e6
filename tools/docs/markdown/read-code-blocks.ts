import type { CodeBlock } from './code-block.ts';
import type { MarkdownDocument } from './documents.ts';

const FENCE = /^(?<indentation> *)(?<fence>`{3,}|~{3,})\s*(?<info>[^`]*)$/u;

/** A block whose end has not come yet. */
interface OpenBlock {
  readonly indentation: number;
  readonly fence: string;
  readonly block: Omit<CodeBlock, 'code'>;
  readonly lines: string[];
}

/**
 * Finds the fenced blocks of a page, in order.
 *
 * @throws {Error} when a fence is never closed: all that follows would silently be code.
 */
export function readCodeBlocks({ file, text }: MarkdownDocument): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: OpenBlock | undefined;
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    const { indentation = '', fence = '', info = '' } = FENCE.exec(line)?.groups ?? {};
    if (open === undefined) {
      const [language = '', ...flags] = info.trim().split(/\s+/u);
      // The code begins on the line after its fence, and lines are counted from 1.
      if (fence !== '') open = { indentation: indentation.length, fence, block: { file, line: index + 2, language, flags }, lines: [] };
    } else if (fence.startsWith(open.fence) && info.trim() === '') {
      blocks.push({ ...open.block, code: open.lines.join('\n') });
      open = undefined;
    } else {
      open.lines.push(unindented(line, open.indentation));
    }
  }
  if (open !== undefined) throw new Error(`${file}:${(open.block.line - 1).toString()} opens a block of code that is never closed.`);
  return blocks;
}

function unindented(line: string, indentation: number): string {
  return line.slice(0, indentation).trim() === '' ? line.slice(indentation) : line;
}
