// Measures everything and writes the table to the terminal and into docs/benchmarks.md: npm run bench [title …]
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { table, writeBetweenMarkers, type MeasuredRow } from './report.ts';
import type { Row } from './row.ts';
import { bundleSizes } from './rows/bundle-sizes.ts';
import { cpu, memory } from './rows/generation-costs.ts';

const rows: readonly Row[] = [cpu, memory, bundleSizes];

// What is measured is what gets published, so it has to be as new as the sources.
const compiler = fileURLToPath(import.meta.resolve('typescript/lib/tsc.js'));
const plugin = fileURLToPath(new URL('../../packages/provider-stabilityai-sd35/tsconfig.lib.json', import.meta.url));
execFileSync(process.execPath, [compiler, '-b', plugin], { stdio: 'inherit' });

const wanted = process.argv.slice(2);
const chosen = rows.filter(({ title }) => wanted.length === 0 || wanted.some((word) => title.toLowerCase().includes(word.toLowerCase())));
const measured: MeasuredRow[] = [];
for (const { title, measure } of chosen) {
  process.stderr.write(`${title} …\n`);
  measured.push({ title, measurements: await measure() });
}
const text = table(measured);
process.stdout.write(`${text}\n`);
// A part of the table must not take the place of the whole one.
if (wanted.length === 0) await writeBetweenMarkers(new URL('../../docs/benchmarks.md', import.meta.url), text);
