import type { Tree } from '@nx/devkit';
import { createTree } from '@nx/devkit/testing';
import { describe, expect, it } from 'vitest';
import { providerNames, type ProviderOptions } from './provider-names.ts';
import { usualSpace } from './space/space-facts.ts';
import { writeProvider } from './write-provider.ts';

const TSCONFIG = `{
  "references": [
    { "path": "./packages/provider-core" },
    { "path": "./packages/provider-first" },
    { "path": "./tools" }
  ]
}
`;

function generate(options: ProviderOptions): Tree {
  const tree = createTree();
  tree.write('tsconfig.json', TSCONFIG);
  writeProvider(tree, providerNames(options), usualSpace);
  return tree;
}

function read(tree: Tree, file: string): string {
  return tree.read(file, 'utf8') ?? '';
}

describe('a new package', () => {
  it('makes a Space of a name alone', () => {
    const tree = generate({ name: 'acme-lake' });
    expect(read(tree, 'packages/provider-acme-lake/src/catalog.ts')).toContain("url: 'https://acme-lake.hf.space'");
    expect(read(tree, 'packages/provider-acme-lake/src/acme-lake-provider.ts')).toContain('export class AcmeLakeProvider extends ProviderModelMixin(GradioSpaceProvider, catalog)');
    expect(read(tree, 'packages/provider-acme-lake/src/acme-lake.ts')).toContain('export function acmeLake(');
  });

  it('asks the Space that it is told', () => {
    const tree = generate({ name: 'black-forest-labs-flux', space: 'black-forest-labs/FLUX.1-dev' });
    expect(read(tree, 'packages/provider-black-forest-labs-flux/src/catalog.ts')).toContain("url: 'https://black-forest-labs-flux-1-dev.hf.space'");
  });

  it('makes a service over HTTP where an address is given', () => {
    const tree = generate({ name: 'acme-lake', url: 'https://api.acme.com/v2/' });
    expect(read(tree, 'packages/provider-acme-lake/src/catalog.ts')).toContain("url: 'https://api.acme.com/v2'");
    expect(read(tree, 'packages/provider-acme-lake/src/acme-lake-provider.ts')).toContain("keyVariable: 'ACME_API_KEY'");
    expect(tree.exists('packages/provider-acme-lake/src/testing/acme-lake-wire.ts')).toBe(true);
  });

  it('sends no key to an address that nobody gave', () => {
    expect(read(generate({ name: 'acme-lake', kind: 'http' }), 'packages/provider-acme-lake/src/catalog.ts')).toMatch(/url: 'https:\/\/[\w.]+\.example'/u);
  });

  it('quotes whatever a Space calls its inputs', () => {
    const tree = createTree();
    tree.write('tsconfig.json', TSCONFIG);
    const name = "a'];\n`x` */ process.exit(); //";
    writeProvider(tree, providerNames({ name: 'acme-lake' }), { ...usualSpace, inputs: [{ name, component: 'textbox', value: 'prompt' }] });
    expect(read(tree, 'packages/provider-acme-lake/src/acme-lake-provider.ts')).toContain(String.raw`{ name: 'a\'];\n` + '`x` */ process.exit(); //\', component');
    expect(read(tree, 'packages/provider-acme-lake/README.md')).toContain('order: `ax / process.exit //`.');
  });

  it('leaves nothing of the templates', () => {
    for (const kind of ['space', 'http'] as const) {
      const files = generate({ name: 'acme-lake', kind }).listChanges();
      expect(files.length).toBeGreaterThan(12);
      for (const { path, content } of files) expect(`${path}\n${content?.toString() ?? ''}`).not.toMatch(/__\w+__\.|\.template|<%|%>/u);
    }
  });

  it('adds the package behind the other providers, and changes nothing else', () => {
    const whole = read(generate({ name: 'acme-lake' }), 'tsconfig.json');
    expect(whole).toBe(TSCONFIG.replace('provider-first" },\n', 'provider-first" },\n    { "path": "./packages/provider-acme-lake" },\n'));
  });

  it.each<readonly [ProviderOptions, string]>([
    [{ name: 'Acme-Lake' }, 'no vendor and model'],
    [{ name: 'acme' }, 'no vendor and model'],
    [{ name: '../acme-lake' }, 'no vendor and model'],
    [{ name: 'acme-lake', space: 'lake' }, 'owner/name'],
    [{ name: 'acme-lake', space: "a/b'" }, 'owner/name'],
    [{ name: 'acme-lake', kind: 'http', space: 'acme/lake' }, 'has no space'],
    [{ name: 'acme-lake', kind: 'space', space: 'acme/lake', url: 'https://api.acme.com' }, 'not by both'],
    [{ name: 'acme-lake', url: 'api.acme.com' }, 'of the form https://'],
    [{ name: 'acme-lake', url: "https://api.acme.com/'" }, 'of the form https://'],
    [{ name: 'acme-lake', url: 'https://api.acme.com/?key=1' }, 'of the form https://'],
  ])('refuses %j', (options, words) => {
    expect(() => generate(options)).toThrow(words);
  });

  it('refuses a name that is taken', () => {
    const tree = generate({ name: 'acme-lake' });
    expect(() => { writeProvider(tree, providerNames({ name: 'acme-lake' }), usualSpace); }).toThrow('There is a packages/provider-acme-lake already.');
  });
});
