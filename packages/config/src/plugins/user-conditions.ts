import { parseArgs } from 'node:util';

/** The conditions for `exports` that Node was started with, such as `--conditions=development`; Node itself does not tell them. */
export function userConditions(execArgv: readonly string[] = process.execArgv, nodeOptions = process.env['NODE_OPTIONS'] ?? ''): readonly string[] {
  const args = [...execArgv, ...nodeOptions.split(/\s+/u)];
  return parseArgs({ args, strict: false, options: { conditions: { type: 'string', short: 'C', multiple: true } } }).values.conditions?.filter((value) => typeof value === 'string') ?? [];
}
