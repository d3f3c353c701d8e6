import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { readPackage } from './read-package.ts';
import { runProgram } from './run-program.ts';

const compiler = fileURLToPath(new URL('../../node_modules/typescript-7/bin/tsc', import.meta.url));

/** Checks the built declarations with TypeScript 7, as an application with a newer compiler sees them. */
export async function checkDeclarations(folder: string): Promise<string> {
  const { name } = await readPackage(folder);
  const project = await mkdtemp(join(folder, 'dist', 'typescript-7-'));
  try {
    await writeFile(join(project, 'use.ts'), `export * from '${name}';\n`);
    await writeFile(join(project, 'package.json'), '{ "type": "module" }\n');
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify({
      compilerOptions: {
        target: 'ES2023', lib: ['ES2023', 'ESNext.Disposable', 'DOM', 'DOM.AsyncIterable'], module: 'NodeNext', strict: true,
        exactOptionalPropertyTypes: true, types: ['node'], noEmit: true, skipLibCheck: false,
      },
      files: ['use.ts'],
    }));
    await runProgram(process.execPath, [compiler, '-p', project], folder);
    return 'no errors';
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}
