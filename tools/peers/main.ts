// Puts faults to this framework and to others and writes what they make of them into docs/reliability.md: npm run bench:faults -- [--quick] [title …]
import { howMeasured } from '../docs/markdown/how-measured.ts';
import { writeBetweenMarkers } from '../docs/markdown/write-between-markers.ts';
import { allCases } from './cases/all-cases.ts';
import { preparePrograms } from './processes/prepare-programs.ts';
import { runAll } from './processes/run-all.ts';
import { faultRows } from './report/fault-rows.ts';
import { scoreboard } from './report/scoreboard.ts';

const parameters = process.argv.slice(2);
const isQuick = parameters.includes('--quick');
const words = parameters.filter((parameter) => parameter !== '--quick').map((word) => word.toLowerCase());
const chapters = allCases()
  .map(({ title, cases }) => ({ title, cases: cases.filter((one) => words.length === 0 || words.some((word) => `${title} ${one.title}`.toLowerCase().includes(word))) }))
  .filter(({ cases }) => cases.length > 0);
if (chapters.length === 0) throw new Error(`No title holds ${words.join(' or ')}. There are: ${allCases().flatMap(({ cases }) => cases.map(({ title }) => title)).join(', ')}.`);

const { program, versions } = await preparePrograms();
const results = await runAll({ cases: chapters.flatMap(({ cases }) => cases), program, isQuick, report: (line) => { process.stderr.write(`${line}\n`); } });
const command = ['npm run bench:faults', ...(parameters.length > 0 ? ['--', ...parameters] : [])].join(' ');
const text = [howMeasured(command), `Versions: ${versions.join(', ')}.`, '', scoreboard(results), '', faultRows(chapters, results)].join('\n');
process.stdout.write(`${text}\n`);
// A part of the table, or a hasty one, must not take the place of the whole one.
if (parameters.length === 0) await writeBetweenMarkers(new URL('../../docs/reliability.md', import.meta.url), 'peers', text);
// Without its control a column says nothing; and ours has to end as its documentation says.
const complaints = results.flatMap(({ peerCase: { title, tell, isControl = false }, subject, verdict }) => {
  if (isControl && verdict !== 'image') return [`${subject} gives no image without a fault: ${title}`];
  return subject.startsWith('our') && tell === undefined && verdict !== 'image' && verdict !== 'typed' ? [`${subject}: ${title}: ${verdict}`] : [];
});
for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
process.exitCode = complaints.length === 0 ? 0 : 1;
