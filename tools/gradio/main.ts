import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { gradioVersions as emulatedVersions } from '@hypotez/gradio-emulator';
import { buildEnvironments } from './build-environments.ts';
import { scenarios, slowScenarios } from './comparison/scenarios.ts';
import { gradioVersions } from './versions.ts';

/**
 * `npm run test:gradio`: the client suite against real Gradios.
 *
 * With `--compare` the emulator is put beside the releases that it can be, and every scenario, or the ones whose name
 * contains `--scenario`, is played against both. `--version` leaves the other releases out.
 */
const { compare = false, version, scenario } = readOptions();
const known = compare ? emulatedVersions : gradioVersions;
const chosen = known.filter((name) => version === undefined || name === version);
if (chosen.length === 0) fail(`There is no ${version ?? ''} among ${known.join(', ')}.`);
if (scenario !== undefined && !compare) fail('Scenarios belong to --compare.');
// Vitest is content when a pattern matches nothing.
if (scenario !== undefined && ![...scenarios, ...slowScenarios].some(({ name }) => name.includes(scenario))) fail(`No scenario has "${scenario}" in its name.`);
await buildEnvironments(chosen);
const files = chosen.map((name) => `tools/gradio/${compare ? 'comparison' : 'client'}/gradio-${name}.test.ts`);
const pattern = scenario?.replaceAll(/[^\w ,]/gu, '.');
const parameters = ['--config', 'vitest.config.ts', '--diff.expand=false', '--maxWorkers=2', ...(pattern === undefined ? [] : ['--testNamePattern', pattern])];
process.exitCode = spawnSync('vitest', ['run', ...parameters, ...files], { stdio: 'inherit' }).status ?? 1;

function readOptions(): { compare?: boolean; version?: string; scenario?: string } {
  try {
    return parseArgs({ options: { compare: { type: 'boolean' }, version: { type: 'string' }, scenario: { type: 'string' } } }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function fail(reason: string): never {
  console.error(`${reason}\nusage: npm run test:gradio -- [--compare [--scenario <part of a name>]] [--version <release>]`);
  process.exit(2);
}
