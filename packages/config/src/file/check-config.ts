import * as v from 'valibot';
import { ConfigError } from './config-error.ts';
import type { ConfigProblem } from './config-problem.ts';
import { configSchema } from './config-schema.ts';
import type { HypotezConfig } from './hypotez-config.ts';
import { lineOf } from './line-of.ts';
import { placeOf, type Path } from './place-of.ts';
import { similarName } from './similar-name.ts';

/** What a file held, before it was checked. */
export interface RawConfig {
  /** The file, as it is named to people. */
  readonly file: string;
  readonly value: unknown;
  /** The text of a JSON file, by which lines are found. */
  readonly json?: string | undefined;
}

/**
 * Checks what a file held.
 *
 * @throws {ConfigError} with everything that is wrong.
 */
export function checkConfig({ file, value, json }: RawConfig): HypotezConfig {
  const result = v.safeParse(configSchema, value);
  if (result.success) return result.output;
  throw new ConfigError(file, result.issues.flatMap((issue) => problemsOf(issue, json)));
}

function problemsOf(issue: v.BaseIssue<unknown>, json: string | undefined): readonly ConfigProblem[] {
  const path: Path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  if (issue.type !== 'strict_object') return [{ ...whereIs(path, json), found: `is ${describe(issue.input)}`, allowed: `allowed is ${issue.message}` }];
  // A strict object complains of keys: of one that it does not know it expects `never`.
  if (issue.expected !== 'never') return [{ ...whereIs(path, json), found: 'is missing', allowed: `it belongs to ${issue.message}` }];
  const known = issue.message.replace(/^an object with /u, '').split(', ');
  // It names the first one only.
  const owner = issue.path?.at(-1)?.input;
  const keys = typeof owner === 'object' && owner !== null ? Object.keys(owner) : [];
  return keys.filter((key) => !known.includes(key)).map((key) => {
    const meant = similarName(key, known);
    return { ...whereIs([...path.slice(0, -1), key], json), found: 'is not known', allowed: meant === undefined ? `there are ${known.join(', ')}` : `perhaps ${meant} is meant` };
  });
}

function whereIs(path: Path, json: string | undefined): Pick<ConfigProblem, 'place' | 'line'> {
  const line = json === undefined ? undefined : (lineOf(json, path) ?? lineOf(json, path.slice(0, -1)));
  return { place: placeOf(path), ...(line === undefined ? {} : { line }) };
}

/** Says what something is. Texts are not repeated: one in the wrong place may be a token. */
function describe(value: unknown): string {
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || value === undefined) return String(value);
  if (value === '') return 'an empty text';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' ? 'a text' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
