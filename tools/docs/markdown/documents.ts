import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '../workspace-root.ts';

/** One page of the documentation. */
export interface MarkdownDocument {
  /** Path from the workspace's folder, with slashes. */
  readonly file: string;
  readonly text: string;
}

const PAGES = ['README.md', 'AGENTS.md', 'docs/**/*.md', 'packages/*/README.md'];

/** Reads every page that readers are given, in the order of their paths. */
export function readDocuments(): readonly MarkdownDocument[] {
  const files = globSync(PAGES, { cwd: workspaceRoot }).map((file) => file.replaceAll('\\', '/')).sort();
  return files.map((file) => ({ file, text: readFileSync(join(workspaceRoot, file), 'utf8') }));
}
