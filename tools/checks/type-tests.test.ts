import { glob, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { namesIn, publicTypes } from './public-names.ts';

const packages = fileURLToPath(new URL('../../packages/', import.meta.url));

describe.each(await readdir(packages))('%s', (name) => {
  it('has a type test of every type that it exports', async () => {
    const folder = `${packages}${name}`;
    const tested = new Set<string>();
    for await (const file of glob(`${folder}/src/**/*.test-d.ts`)) for (const found of await namesIn(file)) tested.add(found);
    const types = await publicTypes(folder);
    expect(types.length).toBeGreaterThan(0);
    expect(types.filter((type) => !tested.has(type))).toEqual([]);
  });
});
