import { availableParallelism } from 'node:os';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faultsWithoutCase } from '@hypotez/provider-testkit';
import { playableCases } from './cases.ts';
import { playCase, type PlayableCase } from './play-case.ts';
import type { Complaint } from './verdict/complaint.ts';

/**
 * `npm run test:faults`: every fault in a process of its own. A number chooses the cases of one fault, a word those with the
 * word in their id: `-- 37`, `-- stream`, `-- 37-stream`.
 */
const words = process.argv.slice(2);
const chosen = playableCases.filter(({ id, fault }) => words.every((word) => (/^\d+$/u.test(word) ? fault === Number(word) : /^\d/u.test(word) ? id.startsWith(word) : id.includes(word))));
if (chosen.length === 0) {
  console.error(`No case is called ${words.join(' ')}.\nusage: npm run test:faults -- [<number of the fault>] [<part of the id>]`);
  process.exit(2);
}
const started = performance.now();
let failures: { readonly fault: PlayableCase; readonly complaints: readonly Complaint[] }[] = [];
const queue = [...chosen];
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, async () => {
  for (let fault = queue.shift(); fault !== undefined; fault = queue.shift()) {
    const complaints = await playCase(fault);
    if (complaints.length > 0) failures.push({ fault, complaints });
  }
}));
// Two processes at once on a busy machine take their time from each other: what was only too slow is played again by itself.
const slow = failures.filter(({ complaints }) => complaints.every(({ kind }) => kind === 'slow'));
failures = failures.filter((failure) => !slow.includes(failure));
for (const { fault } of slow) {
  console.log(`played again by itself: ${fault.id}`);
  const complaints = await playCase(fault);
  if (complaints.length > 0) failures.push({ fault, complaints });
}
for (const { fault, complaints } of failures.sort((left, right) => left.fault.fault - right.fault.fault)) {
  console.log(`\n${fault.id}  ${fault.title}`);
  for (const { kind, text } of complaints) console.log(`  ${kind}: ${text.trimEnd().replaceAll('\n', '\n    ')}`);
}
if (words.length === 0) for (const { fault, title, notApplicable } of faultsWithoutCase) console.log(`no case for ${fault.toString()}, ${title}: ${notApplicable}`);
const folder = process.env['HYPOTEZ_TEST_REPORTS'];
const passed = chosen.length - failures.length;
if (folder !== undefined) await writeFile(join(folder, `faults-${process.pid.toString()}.json`), JSON.stringify({ numPassedTests: passed, numFailedTests: failures.length }));
const faults = new Set(chosen.map(({ fault }) => fault)).size;
console.log(`\n${chosen.length.toString()} cases of ${faults.toString()} faults in ${((performance.now() - started) / 1000).toFixed(0)} s: ${passed.toString()} passed, ${failures.length.toString()} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
