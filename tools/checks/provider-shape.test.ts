import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHeadings } from '../docs/markdown/read-headings.ts';
import { loadProvider, plainName } from '../providers/load-provider.ts';
import { providerPackages } from '../providers/provider-packages.ts';
import { countSourceLines } from './count-source-lines.ts';
import { MOST_LINES } from './most-lines.ts';

/** The chapters that the README of a provider has at least; `readme-order.test.ts` holds their order. */
const CHAPTERS = ['Install', 'Usage', 'Models', 'Options', 'Wire protocol', 'Limits', 'Licence'];

describe.each(providerPackages())('provider-$id', ({ id, folder }) => {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const manifest = JSON.parse(read('package.json')) as Readonly<Record<string, unknown>>;

  it('has one name in package, plugin, factory and class', async () => {
    const { factory, className, plugin } = await loadProvider({ id, folder });
    expect(manifest['name']).toBe(`@hypotez/provider-${id}`);
    expect(plainName(factory)).toBe(plainName(id));
    expect(plainName(className).startsWith(plainName(id)), className).toBe(true);
    if (plugin !== undefined) expect(plugin.id).toBe(id);
  });

  it('exports its sources, its build and nothing else, and nothing of it runs on import', () => {
    expect(manifest['exports']).toEqual({
      '.': { '@hypotez/source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' },
      './package.json': './package.json',
    });
    expect(manifest['sideEffects']).toBe(false);
    expect(manifest['files']).toEqual(['dist', 'src', '!dist/spec', '!dist/*.tsbuildinfo', '!src/**/*.test.ts', '!src/**/*.test-d.ts', '!src/testing']);
  });

  it('shares core with the application, brings the Gradio protocol itself, and keeps the kit for its tests', async () => {
    const { kind } = await loadProvider({ id, folder });
    expect(manifest['peerDependencies']).toEqual({ '@hypotez/provider-core': '^0.1.0' });
    expect(manifest['dependencies'] ?? {}).toEqual(kind === 'space' ? { '@hypotez/provider-gradio': '^0.1.0' } : {});
    expect(manifest['devDependencies']).toMatchObject({ '@hypotez/provider-core': '^0.1.0', '@hypotez/provider-testkit': '^0.1.0' });
  });

  it('is tried by the conformance suite, has type tests, and a live test', () => {
    expect(read('src/conformance.test.ts')).toMatch(/^describeProvider\(/mu);
    expect(existsSync(join(folder, 'src/index.test-d.ts'))).toBe(true);
    expect(existsSync(join(folder, `src/live/${id}.live.test.ts`))).toBe(true);
  });

  it('is data and one generator', async () => {
    const { kind } = await loadProvider({ id, folder });
    expect(countSourceLines(folder)).toBeLessThanOrEqual(MOST_LINES[kind]);
  });

  it('has the README of a provider', () => {
    expect(readHeadings({ text: read('README.md') }, 2)).toEqual(expect.arrayContaining(CHAPTERS));
  });

  it('is known to the compiler', () => {
    const { references } = JSON.parse(readFileSync(join(folder, '../../tsconfig.json'), 'utf8')) as { readonly references: readonly { readonly path: string }[] };
    expect(references.map(({ path }) => path)).toContain(`./packages/provider-${id}`);
  });
});

describe('the check', () => {
  it('looks at something', () => {
    expect(providerPackages().map(({ id }) => id)).toContain('stabilityai-sd35');
  });
});
