import { rm } from 'node:fs/promises';
import { matchesGlob } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { howMeasured } from '../docs/markdown/how-measured.ts';
import { markdownTable } from '../docs/markdown/markdown-table.ts';
import { writeBetweenMarkers } from '../docs/markdown/write-between-markers.ts';
import { keptFiles, mutatedFiles, type Chapter } from './mutated-files.ts';
import { mutationScore, type Outcome } from './mutation-score.ts';

/**
 * `npm run test:mutation`: changes core's code in more than a thousand places, one at a time, and counts how many of the
 * changes its tests notice.
 *
 * With names of files inside core (`src/run/create-run.ts`) only these are changed, and the page is left as it is.
 */
const core = new URL('../../packages/provider-core/', import.meta.url);
const sandboxes = '.stryker-tmp';

/** Part of the changes that has to be noticed, 0 to 1. */
const REQUIRED = 0.9;

process.chdir(fileURLToPath(core));
// The runner's threads cannot change their time zone, as one test wants to; this is one in which that test can fail.
process.env['TZ'] = 'America/New_York';

const chosen = process.argv.slice(2);
const outcomes: Record<string, Outcome[]> = {};
for (const [name, chapter] of Object.entries(mutatedFiles)) {
  const found = await change(chapter);
  if (found.length > 0) outcomes[name] = found;
}
const all = Object.values(outcomes).flat();
const table = markdownTable(['changed', 'changes', 'a test failed', 'a test did not end', 'not noticed', 'noticed'], [...Object.entries(outcomes).map(([name, found]) => lineOf(name, found)), lineOf('all', all)]);
process.stdout.write(`${table}\n`);
if (chosen.length === 0) await writeBetweenMarkers(new URL('../../docs/reliability.md', import.meta.url), 'mutation', `${howMeasured('npm run test:mutation')}\n\n${table}`);
process.exitCode = mutationScore(all).noticed >= REQUIRED ? 0 : 1;

/** Changes the files of a chapter, or those of the chosen ones that are among them. */
async function change({ files, tests }: Chapter): Promise<Outcome[]> {
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
    concurrency: 2,
    // Only for loops that hold the thread: what waits for ever is ended by the test's own timeout.
    timeoutMS: 3000,
    tempDirName: sandboxes,
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, allowEmojis: false, reportTests: false },
  });
  try {
    return (await stryker.runMutationTest()).map(({ fileName, status }) => ({ file: fileName, status }));
  } finally {
    await rm(new URL(sandboxes, core), { recursive: true, force: true });
  }
}

function lineOf(chapter: string, found: readonly Outcome[]): readonly string[] {
  const { killed, timedOut, survived, uncovered, noticed } = mutationScore(found);
  const unnoticed = survived + uncovered;
  return [chapter, ...[killed + timedOut + unnoticed, killed, timedOut, unnoticed].map(String), `${(noticed * 100).toFixed(1)} %`];
}
