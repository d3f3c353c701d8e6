import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What does not count as a package's own code. */
const TESTS = /(?:\.test|\.test-d)\.ts$|^src\/(?:testing|live)\//u;

/** Counts the lines of a package's sources that hold code: no tests, no comments, no blank lines. */
export function countSourceLines(folder: string): number {
  const files = globSync('src/**/*.ts', { cwd: folder }).map((file) => file.replaceAll('\\', '/')).filter((file) => !TESTS.test(file));
  return files.reduce((sum, file) => sum + linesOfCode(readFileSync(join(folder, file), 'utf8')), 0);
}

/** The number of lines that hold at least a part of a token. */
export function linesOfCode(text: string): number {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
  const lines = new Set<number>();
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(source);
    children.forEach(visit);
    if (children.length > 0 || node.getWidth(source) === 0) return;
    const [first, last] = [node.getStart(source), node.getEnd()].map((position) => source.getLineAndCharacterOfPosition(position).line);
    for (let line = first ?? 0; line <= (last ?? 0); line++) lines.add(line);
  };
  visit(source);
  return lines.size;
}
