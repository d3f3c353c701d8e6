import { checkBundle } from './check-bundle.ts';
import { checkDeclarations } from './check-declarations.ts';
import { checkPublished } from './check-published.ts';

/** Checks the built package in the working folder; every check runs, so that all problems are seen at once. */
const folder = process.cwd();
const checks = { 'publint and attw': checkPublished, 'browser bundle': checkBundle, 'declarations in TypeScript 7': checkDeclarations };

for (const [name, check] of Object.entries(checks)) {
  try {
    process.stdout.write(`${name}: ${await check(folder)}\n`);
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
