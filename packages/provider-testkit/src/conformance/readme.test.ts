import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { conformanceChecks } from './conformance-checks.ts';

it('every check stands in the table of the README with its promise, in order', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, , ...table] = readme.slice(readme.indexOf('| check | the plugin … |')).split('\n\n')[0]?.split('\n') ?? [];
  expect(table).toEqual(conformanceChecks.map(({ id, title }) => `| \`${id}\` | ${title} |`));
});
