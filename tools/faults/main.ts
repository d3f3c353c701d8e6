import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faultsWithoutCase } from '@hypotez/provider-testkit';
import { playableCases } from './cases.ts';
import { chooseCases } from './choose-cases.ts';
import { playCases } from './play-cases.ts';
import { systemAllows } from './system-allows.ts';

/**
 * `npm run test:faults`: every fault in a process of its own. A number chooses the cases of one fault, a word those with the
 * word in their id: `-- 37`, `-- stream`, `-- 37-stream`.
 */
const words = process.argv.slice(2);
const chosen = chooseCases(playableCases, words);
if (chosen.length === 0) {
  console.error(`No case is called ${words.join(' ')}.\nusage: npm run test:faults -- [<number of the fault>] [<part of the id>]`);
  process.exit(2);
}
const started = performance.now();
const played = chosen.filter(systemAllows);
const results = await playCases(played);
const failures = results.filter(({ complaints }) => complaints.length > 0);
for (const { fault, complaints } of failures) {
  console.log(`\n${fault.id}  ${fault.title}`);
  for (const { kind, text } of complaints) console.log(`  ${kind}: ${text.trimEnd().replaceAll('\n', '\n    ')}`);
}
const leftOut = chosen.filter((fault) => !systemAllows(fault));
for (const { id, title, needs = '' } of leftOut) console.log(`left out: ${id}, ${title}: this system does not allow it (${needs})`);
if (words.length === 0) for (const { fault, title, notApplicable } of faultsWithoutCase) console.log(`no case for ${fault.toString()}, ${title}: ${notApplicable}`);
const aborts = results.flatMap(({ settledMs }) => settledMs).sort((left, right) => left - right);
if (aborts.length > 0) console.log(`${aborts.length.toString()} aborts: half of them ended the run within ${at(aborts, 0.5)} ms, 99 % within ${at(aborts, 0.99)} ms`);
const folder = process.env['HYPOTEZ_TEST_REPORTS'];
const passed = played.length - failures.length;
if (folder !== undefined) await writeFile(join(folder, `faults-${process.pid.toString()}.json`), JSON.stringify({ numPassedTests: passed, numFailedTests: failures.length }));
const faults = new Set(chosen.map(({ fault }) => fault)).size;
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(`\n${played.length.toString()} cases of ${faults.toString()} faults in ${seconds} s: ${passed.toString()} passed, ${failures.length.toString()} failed${leftOut.length === 0 ? '' : `, ${leftOut.length.toString()} left out`}`);
process.exitCode = failures.length === 0 ? 0 : 1;

function at(sorted: readonly number[], part: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);
}
