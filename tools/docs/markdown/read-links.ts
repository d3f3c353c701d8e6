import type { MarkdownDocument } from './documents.ts';

/** A link from one page to a file of the repository, or to a chapter of one. */
export interface RelativeLink {
  /** Line of the page, from 1. */
  readonly line: number;
  /** Path as it is written; empty for a chapter of the same page. */
  readonly path: string;
  /** What stands behind `#`; empty without one. */
  readonly anchor: string;
}

/** Finds the links to files; addresses of the web are left out. */
export function readLinks({ text }: Pick<MarkdownDocument, 'text'>): readonly RelativeLink[] {
  return text.split('\n').flatMap((content, index) => {
    // Code between back quotes is no link, whatever brackets it holds.
    const targets = [...content.replace(/`[^`]*`/gu, '`').matchAll(/\]\(([^()\s]+)\)/gu)].map(([, target = '']) => target);
    return targets
      .filter((target) => !/^[a-z]+:/u.test(target))
      .map((target) => {
        const [path = '', anchor = ''] = target.split('#', 2);
        return { line: index + 1, path, anchor };
      });
  });
}
