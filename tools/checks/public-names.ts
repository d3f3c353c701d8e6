import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { propertyOf } from '@hypotez/provider-core';
import ts from 'typescript';

/** Names of the types and classes that the entries of a package export. */
export async function publicTypes(folder: string): Promise<readonly string[]> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  // Not its `imports`: those files are for this package alone.
  const exported = JSON.stringify(propertyOf(manifest, 'exports') ?? {});
  const entries = [...exported.matchAll(/"@hypotez\/source":"(\.\/src\/[^"]+\.ts)"/gu)].map(([, entry = '']) => entry);
  const names = await Promise.all(entries.map(async (entry) => typesOf(await parse(join(folder, entry)))));
  return [...new Set(names.flat())].toSorted();
}

/** Every name that stands in a file, but for those of its imports. */
export async function namesIn(file: string): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(await parse(file));
  return names;
}

async function parse(file: string): Promise<ts.SourceFile> {
  return ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.Latest);
}

function typesOf(source: ts.SourceFile): readonly string[] {
  return source.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement) && statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause)) {
      return statement.exportClause.elements.filter((element) => statement.isTypeOnly || element.isTypeOnly || isClassName(element.name.text)).map(({ name }) => name.text);
    }
    const isExported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
    if (!isExported || !(ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isClassDeclaration(statement))) return [];
    return statement.name === undefined ? [] : [statement.name.text];
  });
}

/** Constants are in capitals, functions begin with a small letter. */
function isClassName(name: string): boolean {
  return /^[A-Z]/u.test(name) && name !== name.toUpperCase();
}
