import { spawnSync } from 'node:child_process';
import { hasEnvironment } from './gradio/environments.ts';
import { gradioVersions } from './gradio/versions.ts';

/** `npm test`: every package's tests, and the suite against real Gradio servers where their Python environments exist. */
const packages = run('nx', ['run-many', '-t', 'test', '--output-style', 'static']);
const missing = await missingVersions();
const gradio = missing.length === 0 ? run('npm', ['run', '--silent', 'test:gradio']) : 0;
if (missing.length > 0) {
  process.stdout.write(
    `\nLeft out: the tests against real Gradio servers (${missing.join(', ')} not installed).\n` +
      'They need Python 3.10 to 3.12 and 1.8 GB: npm run test:gradio installs and runs them.\n',
  );
}
process.exitCode = Math.max(packages, gradio);

function run(command: string, parameters: readonly string[]): number {
  return spawnSync(command, parameters, { stdio: 'inherit' }).status ?? 1;
}

async function missingVersions(): Promise<readonly string[]> {
  const exists = await Promise.all(gradioVersions.map((version) => hasEnvironment(version)));
  return gradioVersions.filter((_version, index) => exists[index] !== true);
}
