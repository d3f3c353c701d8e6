import { sumReports } from './sum-reports.ts';

// Run by the continuous integration: prints "<passed> <failed>" for the reports in the given folder.
const { passed, failed } = await sumReports(process.argv[2] ?? '.');
process.stdout.write(`${passed.toString()} ${failed.toString()}\n`);
