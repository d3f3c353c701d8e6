import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseJson, propertyOf } from '@hypotez/provider-core';
import { expect, it, onTestFinished } from 'vitest';
import { conformanceChecks } from '../conformance/conformance-checks.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

/** What vitest reports of a suite that leaves most checks out: title and state of each test. */
async function report(): Promise<readonly (readonly [title: unknown, status: unknown, message: unknown])[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hypotez-left-out-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'report.json');
  // Not the environment of this very test run: vitest would take itself for a part of it.
  const env = { PATH: process.env['PATH'], REPORT: file };
  await new Promise((resolve) => {
    execFile(process.execPath, [program, 'run', '--config', 'src/testing/left-out/vitest.config.ts'], { cwd: root, env, timeout: 90_000, killSignal: 'SIGKILL' }, resolve);
  });
  const output = await readFile(file, 'utf8');
  const files = propertyOf(parseJson(output), 'testResults');
  const tests: unknown = Array.isArray(files) ? propertyOf(files[0], 'assertionResults') : undefined;
  if (!Array.isArray(tests)) throw new Error(`vitest reported: ${output}`);
  return tests.map((test: unknown) => [propertyOf(test, 'title'), propertyOf(test, 'status'), String(propertyOf(test, 'failureMessages'))]);
}

it('makes a test of every check, and leaves out those that are named, with the reason in their title', { timeout: 100_000 }, async () => {
  const tests = await report();
  expect(tests.map(([title, status]) => [title, status])).toEqual(conformanceChecks.map(({ id, title }) => {
    if (id === 'aliases') return [`aliases: ${title}`, 'passed'];
    if (id === 'payload') return [`payload: ${title}`, 'failed'];
    return [`${id}: ${title} (skipped: no time for ${id})`, 'skipped'];
  }));
  const [, , message] = tests.find(([, status]) => status === 'failed') ?? [];
  expect(message).toContain('Mend what the generator sends');
});
