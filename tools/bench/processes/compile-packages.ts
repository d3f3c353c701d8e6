import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Compiles packages of ours, and those that they stand on, as they are published. */
export function compilePackages(names: readonly string[]): void {
  const compiler = fileURLToPath(import.meta.resolve('typescript/lib/tsc.js'));
  const projects = names.map((name) => fileURLToPath(new URL(`../../../packages/${name}/tsconfig.lib.json`, import.meta.url)));
  execFileSync(process.execPath, [compiler, '-b', ...projects], { stdio: 'inherit' });
}
