import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { conformanceChecks } from './conformance-checks.ts';

it('every check stands in the README with its promise, in order', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\| `([a-z0-9-]+)` \| (.+) \|$/gmu)].map(([, id, title]) => ({ id, title }));
  const checks = conformanceChecks.map(({ id, title }) => ({ id, title }));
  expect(rows.filter(({ id }) => checks.some((check) => check.id === id))).toEqual(checks);
});
