import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { OLDEST_NODE, checkNode } from './check-node.ts';

it.each([['22.12.0', 'ok'], ['22.9.0', 'broken'], ['24.0.0', 'ok'], ['100.0.0', 'ok'], ['20.20.2', 'broken']])('finds that Node.js %s is %s', (version, status) => {
  expect(checkNode(version)).toMatchObject({ check: 'node', status });
});

it('wants the version that the package wants', () => {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(manifest).toMatchObject({ engines: { node: `>=${OLDEST_NODE.replace(/\.0$/u, '')}` } });
});
