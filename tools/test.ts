import { spawnSync } from 'node:child_process';
import { findChromium } from './browser/find-chromium.ts';
import { hasEnvironment } from './gradio/environments.ts';
import { gradioVersions } from './gradio/versions.ts';

/** `npm test`: every package's tests; those with real Gradio servers where these are installed, and in a browser where there is one. */
const results = [run('nx', ['run-many', '-t', 'test', '--output-style', 'static'])];
// Some faults need what Linux alone has.
if (process.platform === 'linux') results.push(script('test:faults'));
else leftOut('the faults (not Linux)', 'npm run test:faults tries those that this system allows.');
const missing = await missingVersions();
if (missing.length === 0) results.push(script('test:gradio'), script('test:gradio', '--compare'));
const hasBrowser = findChromium() !== undefined;
if (hasBrowser) results.push(script('test:browser'));
if (missing.length > 0) {
  leftOut(`the tests with real Gradio servers (${missing.join(', ')} not installed)`, 'They need Python 3.10 to 3.12 and 2.5 GB: npm run test:gradio installs and runs them.');
}
if (!hasBrowser) leftOut('the tests in a browser (Chromium not installed)', 'apt-get install chromium, then npm run test:browser.');
process.exitCode = Math.max(...results);

function leftOut(what: string, why: string): void {
  process.stdout.write(`\nLeft out: ${what}.\n${why}\n`);
}

function script(name: string, ...parameters: readonly string[]): number {
  return run('npm', ['run', '--silent', name, '--', ...parameters]);
}

function run(command: string, parameters: readonly string[]): number {
  return spawnSync(command, parameters, { stdio: 'inherit' }).status ?? 1;
}

async function missingVersions(): Promise<readonly string[]> {
  const exists = await Promise.all(gradioVersions.map((version) => hasEnvironment(version)));
  return gradioVersions.filter((_version, index) => exists[index] !== true);
}
