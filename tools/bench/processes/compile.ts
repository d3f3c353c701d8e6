import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundlePrograms } from './bundle-programs.ts';
import { compilePackages } from './compile-packages.ts';

/** Where the compiled programs lie. */
export const COMPILED = new URL('../dist/', import.meta.url);

const PROGRAMS = ['fail-over', 'first-generation', 'generation-costs', 'heap-slope', 'import-time', 'large-previews', 'latency', 'mixed-endings', 'open-jobs', 'painting', 'registry-look-up', 'space'];

let compiled: Promise<void> | undefined;

/**
 * Compiles the packages and the measured programs, once. They run as JavaScript: Node's own compiler for TypeScript would
 * weigh more than they do, and what is measured is what gets published.
 */
export function compile(): Promise<void> {
  return (compiled ??= compileAll());
}

async function compileAll(): Promise<void> {
  compilePackages(['provider-stabilityai-sd35', 'gradio-emulator']);
  await rm(COMPILED, { recursive: true, force: true });
  await bundlePrograms(PROGRAMS.map((name) => fileURLToPath(new URL(`../programs/${name}.ts`, import.meta.url))), fileURLToPath(COMPILED));
}
