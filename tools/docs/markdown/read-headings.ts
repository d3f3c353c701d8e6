import type { MarkdownDocument } from './documents.ts';

/** The headings of one level of a page, in order; what looks like one inside a block of code is none. */
export function readHeadings({ text }: Pick<MarkdownDocument, 'text'>, level: number): readonly string[] {
  const withoutCode = text.replace(/^ *(`{3,}|~{3,}).*\n(?:.*\n)*? *\1[`~]*\s*$/gmu, '');
  const pattern = new RegExp(`^#{${level.toString()}} +(.+?) *$`, 'gmu');
  return [...withoutCode.matchAll(pattern)].map(([, heading = '']) => heading);
}
