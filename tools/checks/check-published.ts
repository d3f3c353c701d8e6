import { runProgram } from './run-program.ts';

/** Checks what would be published: `publint --strict`, and whether every kind of resolution finds code and types. */
export async function checkPublished(folder: string): Promise<string> {
  await runProgram('publint', ['--strict'], folder);
  await runProgram('attw', ['--pack', '.', '--profile', 'esm-only'], folder);
  return 'nothing to complain about';
}
