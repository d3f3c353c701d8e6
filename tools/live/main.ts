import { spawnSync } from 'node:child_process';
import { providerPackages } from '../providers/provider-packages.ts';
import { livePlan } from './live-plan.ts';

/**
 * `npm run test:live`: one picture of every service whose key stands in the environment, with ids behind `--` of those alone.
 * It may cost money, so nothing else ever starts it. When no test could be run it ends with 1: that nothing failed would be
 * no news.
 */
const chosen = process.argv.slice(2);
const all = providerPackages();
const unknown = chosen.filter((id) => all.every((provider) => provider.id !== id));
if (unknown.length > 0) {
  console.error(`There is no provider ${unknown.join(', ')}; there are ${all.map(({ id }) => id).join(', ')}.`);
  process.exit(2);
}
const { files, leftOut } = await livePlan(all.filter(({ id }) => chosen.length === 0 || chosen.includes(id)), process.env);
const status = files.length === 0 ? 1 : spawnSync('vitest', ['run', '--config', 'tools/live/vitest.config.ts', ...files], { stdio: 'inherit' }).status;
for (const reason of leftOut) console.log(`Left out: ${reason}.`);
if (files.length === 0) console.error('No live test could be run.');
process.exitCode = status ?? 1;
