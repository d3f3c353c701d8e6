import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { howMeasured } from '../docs/markdown/how-measured.ts';
import { markdownTable } from '../docs/markdown/markdown-table.ts';
import { writeBetweenMarkers } from '../docs/markdown/write-between-markers.ts';
import { keptFiles, mutatedFiles } from './mutated-files.ts';
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

const files = process.argv.slice(2);
const chapters = files.length > 0 ? { 'the chosen files': files } : mutatedFiles;
const outcomes = await change([...Object.values(chapters).flat(), ...keptFiles]);
const lines = Object.entries(chapters).map(([chapter, patterns]) => lineOf(chapter, outcomes.filter(({ file }) => patterns.some((pattern) => holds(pattern, file)))));
const table = markdownTable(['changed', 'changes', 'a test failed', 'a test did not end', 'not noticed', 'noticed'], [...lines, lineOf('all', outcomes)]);
process.stdout.write(`${table}\n`);
if (files.length === 0) await writeBetweenMarkers(new URL('../../docs/reliability.md', import.meta.url), 'mutation', `${howMeasured('npm run test:mutation')}\n\n${table}`);
process.exitCode = mutationScore(outcomes).noticed >= REQUIRED ? 0 : 1;

async function change(mutate: string[]): Promise<Outcome[]> {
  const stryker = new Stryker({
    mutate,
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(new URL('ignore-prose.js', import.meta.url))],
    ignorers: ['prose'],
    coverageAnalysis: 'perTest',
    concurrency: 2,
    // A test that waits for what never comes would take its own 20 seconds.
    timeoutMS: 4000,
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

/** Whether a pattern with a star in it, or a plain name, means the file. */
function holds(pattern: string, file: string): boolean {
  return file.replaceAll('\\', '/').includes(pattern.split('*', 1)[0] ?? pattern);
}

function lineOf(chapter: string, found: readonly Outcome[]): readonly string[] {
  const { killed, timedOut, survived, uncovered, noticed } = mutationScore(found);
  const unnoticed = survived + uncovered;
  return [chapter, ...[killed + timedOut + unnoticed, killed, timedOut, unnoticed].map(String), `${(noticed * 100).toFixed(1)} %`];
}
