import { readFile } from 'node:fs/promises';
import { matchesGlob, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { howMeasured } from '../docs/markdown/how-measured.ts';
import { writeBetweenMarkers } from '../docs/markdown/write-between-markers.ts';
import { chapterTable, readChapters, type MeasuredChapter } from './measured-chapter.ts';
import { keptFiles, mutatedFiles, type Chapter } from './mutated-files.ts';
import { mutationScore, noticedPart, type Outcome } from './mutation-score.ts';

/**
 * `npm run test:mutation`: changes core's code in thousands of places, one at a time, and counts how many of the changes its
 * tests notice.
 *
 * With `--chapter <name>`, once or several times, only those chapters are measured, and the rows of the others on the page stay
 * as they are. With names of files inside core (`src/run/create-run.ts`) only these are changed, and the page is left alone.
 *
 * With `--since-last` the outcome of a change is taken over from the last run on this machine where neither the changed code
 * nor the test that noticed it, or any test of it, is another one since.
 */
const core = new URL('../../packages/provider-core/', import.meta.url);
const page = new URL('../../docs/reliability.md', import.meta.url);
const outcomes = new URL('../../node_modules/.cache/mutation/', import.meta.url);

/** Part of the changes that has to be noticed, 0 to 1, in every chapter. */
const REQUIRED = 0.9;

const { values: { 'chapter': wanted = Object.keys(mutatedFiles), 'since-last': isSinceLast = false }, positionals: chosen } = parseArgs({
  allowPositionals: true,
  options: { 'chapter': { type: 'string', multiple: true }, 'since-last': { type: 'boolean' } },
});
const unknown = wanted.find((name) => mutatedFiles[name] === undefined);
if (unknown !== undefined) throw new Error(`There is no chapter "${unknown}"; there are: ${Object.keys(mutatedFiles).join(', ')}.`);

process.chdir(fileURLToPath(core));
// The runner's threads cannot change their time zone, as one test wants to; this is one in which that test can fail.
process.env['TZ'] = 'America/New_York';

const measured: MeasuredChapter[] = [];
for (const [name, chapter] of Object.entries(mutatedFiles)) {
  if (!wanted.includes(name)) continue;
  const found = await change(name, chapter);
  if (found.length > 0) measured.push({ name, ...mutationScore(found), day: new Date().toISOString().slice(0, 10) });
}
process.stdout.write(`${chapterTable(measured)}\n`);
if (chosen.length === 0) await writePage();
process.exitCode = measured.every((chapter) => noticedPart(chapter) >= REQUIRED) ? 0 : 1;

/** Changes the files of a chapter, or those of the chosen ones that are among them. */
async function change(name: string, { files, tests }: Chapter): Promise<Outcome[]> {
  const mutate = chosen.length === 0 ? files : chosen.filter((file) => files.some((pattern) => matchesGlob(file, pattern)));
  if (mutate.length === 0) return [];
  const stryker = new Stryker({
    mutate: [...mutate, ...keptFiles],
    testFiles: [...tests],
    testRunner: 'vitest',
    vitest: { configFile: fileURLToPath(new URL('vitest.config.ts', import.meta.url)), related: false },
    plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(new URL('ignore-prose.js', import.meta.url))],
    ignorers: ['prose'],
    coverageAnalysis: 'perTest',
    // What is made once, as the module is loaded, needs a fresh program for each change.
    ignoreStatic: true,
    incremental: true,
    incrementalFile: fileURLToPath(new URL(`${name.replaceAll(' ', '-')}.json`, outcomes)),
    force: !isSinceLast,
    concurrency: 2,
    // Only for loops that hold the thread: what waits for ever is ended by the test's own timeout.
    timeoutMS: 3000,
    cleanTempDir: 'always',
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, allowEmojis: false, reportTests: false },
  });
  const found = (await stryker.runMutationTest()).map(({ fileName, status }) => ({ file: relative('.', fileName), status }));
  // Those of the last run are among them.
  return found.filter(({ file }) => mutate.some((pattern) => matchesGlob(file, pattern)));
}

/** Writes what was measured; chapters that were not keep the row that they have. */
async function writePage(): Promise<void> {
  const known = new Map([...readChapters(await readFile(page, 'utf8')), ...measured].map((row) => [row.name, row]));
  const rows = Object.keys(mutatedFiles).flatMap((name) => known.get(name) ?? []);
  const parameters = [...(wanted.length < rows.length ? wanted.map((name) => `--chapter "${name}"`) : []), ...(isSinceLast ? ['--since-last'] : [])];
  await writeBetweenMarkers(page, 'mutation', `${howMeasured(['npm run test:mutation', ...(parameters.length > 0 ? ['--', ...parameters] : [])].join(' '))}\n\n${chapterTable(rows)}`);
}
