// Measures everything and writes the table to the terminal and into docs/benchmarks.md: npm run bench -- [--quick] [title …]
import { writeBetweenMarkers } from '../docs/markdown/write-between-markers.ts';
import { table, type MeasuredRow } from './report.ts';
import type { Effort, Row } from './row.ts';
import { bundleSizes } from './rows/bundle-sizes.ts';
import { firstGeneration } from './rows/first-generation.ts';
import { cpu, memory } from './rows/generation-costs.ts';
import { heapSlope } from './rows/heap-slope.ts';
import { installation } from './rows/installation.ts';
import { largePreviews } from './rows/large-previews.ts';
import { openJobs } from './rows/open-jobs.ts';
import { painting } from './rows/painting.ts';
import { registry } from './rows/registry.ts';
import { waiting } from './rows/waiting.ts';

const rows: readonly Row[] = [cpu, waiting, firstGeneration, memory, heapSlope, openJobs, largePreviews, registry, painting, installation, bundleSizes];

const parameters = process.argv.slice(2);
const effort: Effort = parameters.includes('--quick') ? 'quick' : 'full';
const wanted = parameters.filter((parameter) => parameter !== '--quick').map((word) => word.toLowerCase());
const chosen = rows.filter(({ title }) => wanted.length === 0 || wanted.some((word) => title.toLowerCase().includes(word)));
if (chosen.length === 0) throw new Error(`No title holds ${wanted.join(' or ')}. There are: ${rows.map(({ title }) => title).join(', ')}.`);

const measured: MeasuredRow[] = [];
for (const { title, measure } of chosen) {
  process.stderr.write(`${new Date().toTimeString().slice(0, 8)} ${title} …\n`);
  measured.push({ title, measurements: await measure(effort) });
}
const text = table(measured, ['npm run bench', ...(parameters.length > 0 ? ['--', ...parameters] : [])].join(' '));
process.stdout.write(`${text}\n`);
// A part of the table, or a hasty one, must not take the place of the whole one.
if (parameters.length === 0) await writeBetweenMarkers(new URL('../../docs/benchmarks.md', import.meta.url), 'figures', text);
