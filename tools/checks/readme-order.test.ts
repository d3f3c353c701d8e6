import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHeadings } from '../docs/markdown/read-headings.ts';
import { workspaceRoot } from '../docs/workspace-root.ts';
import { readPackage } from './read-package.ts';

/** The chapters of every package's README, in this order; those in `REQUIRED` are never left out. */
const ORDER = ['Install', 'Usage', 'Models', 'Events', 'Functions', 'Options', 'Errors', 'Exit codes', 'Files', 'Wire protocol', 'Limits', 'Licence'];
const REQUIRED = ['Install', 'Usage', 'Limits', 'Licence'];

const packages = globSync('packages/*/package.json', { cwd: workspaceRoot }).map((manifest) => ({ folder: dirname(manifest) }));

describe.each(packages)('the README of $folder', ({ folder }) => {
  const read = (): { readonly text: string } => ({ text: readFileSync(join(workspaceRoot, folder, 'README.md'), 'utf8') });

  it('has the name of the package for its title', async () => {
    const { name } = await readPackage(join(workspaceRoot, folder));
    expect(readHeadings(read(), 1)).toEqual([name]);
  });

  it('has chapters of the fixed list only, in its order', () => {
    const chapters = readHeadings(read(), 2);
    expect(chapters).toEqual(ORDER.filter((name) => chapters.includes(name)));
  });

  it('has the chapters that every package needs', () => {
    expect(readHeadings(read(), 2)).toEqual(expect.arrayContaining(REQUIRED));
  });
});
