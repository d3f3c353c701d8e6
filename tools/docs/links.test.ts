import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorOf } from './markdown/anchor-of.ts';
import { readDocuments } from './markdown/documents.ts';
import { readHeadings } from './markdown/read-headings.ts';
import { readLinks, type RelativeLink } from './markdown/read-links.ts';
import { workspaceRoot } from './workspace-root.ts';

describe('the links of', () => {
  it.each(readDocuments())('$file lead to files and chapters that exist', (document) => {
    const page = join(workspaceRoot, document.file);
    const broken = readLinks(document).filter((link) => !leadsSomewhere(page, link));
    expect(broken.map(({ line, path, anchor }) => `${document.file}:${line.toString()} leads to ${path}#${anchor}`)).toEqual([]);
  });
});

function leadsSomewhere(page: string, { path, anchor }: RelativeLink): boolean {
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(target)) return false;
  return anchor === '' || anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
}

function anchorsOf(text: string): readonly string[] {
  return [1, 2, 3].flatMap((level) => readHeadings({ text }, level)).map(anchorOf);
}
