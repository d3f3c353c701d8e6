import { join } from 'node:path';
import ts from 'typescript';
import { workspaceRoot } from '../workspace-root.ts';
import type { Example } from './example.ts';

/** Where the examples seem to lie while they are checked: packages are found from here. No such folder exists. */
const FOLDER = join(workspaceRoot, 'tools/docs/examples/pages');

/** Checks all examples at once under the workspace's flags; gives the complaints of each, by its place. */
export function checkExamples(examples: readonly Example[]): ReadonlyMap<string, readonly string[]> {
  const options = compilerOptions();
  const sources = new Map(examples.map(({ fileName, source }) => [normalized(fileName), source]));
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => sources.has(file) || disk.fileExists(file),
    readFile: (file) => sources.get(file) ?? disk.readFile(file),
    getSourceFile: (file, version, ...rest) => {
      const source = sources.get(file);
      return source === undefined ? disk.getSourceFile(file, version, ...rest) : ts.createSourceFile(file, source, version);
    },
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  return new Map(examples.map(({ place, fileName, block }) => {
    const file = program.getSourceFile(normalized(fileName));
    const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return [place, diagnostics.map((diagnostic) => describe(diagnostic, block.file))];
  }));
}

function compilerOptions(): ts.CompilerOptions {
  const file: { readonly config?: unknown } = ts.readConfigFile(join(workspaceRoot, 'tsconfig.base.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(file.config, ts.sys, workspaceRoot);
  return { ...options, rootDir: workspaceRoot, noEmit: true, composite: false, declaration: false, declarationMap: false, sourceMap: false, moduleDetection: ts.ModuleDetectionKind.Force };
}

function normalized(fileName: string): string {
  return join(FOLDER, fileName).replaceAll('\\', '/');
}

function describe({ file, start, messageText }: ts.Diagnostic, page: string): string {
  const line = file === undefined || start === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
  return `${page}:${line.toString()} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
}
