import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** How many tests passed and failed. */
export interface TestCount {
  readonly passed: number;
  readonly failed: number;
}

/** Adds up the JSON reports of vitest in a folder. A report that cannot be read counts as one failure. */
export async function sumReports(folder: string): Promise<TestCount> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const counts = await Promise.all(names.map(async (name) => countOf(await readFile(join(folder, name), 'utf8'))));
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}

function countOf(text: string): TestCount {
  try {
    const report: unknown = JSON.parse(text);
    return { passed: numberAt(report, 'numPassedTests'), failed: numberAt(report, 'numFailedTests') };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function numberAt(report: unknown, key: string): number {
  const value: unknown = typeof report === 'object' && report !== null ? Reflect.get(report, key) : undefined;
  if (typeof value !== 'number') throw new Error(`The report has no ${key}.`);
  return value;
}
