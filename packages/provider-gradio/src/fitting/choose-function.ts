import { ConfigurationError, cleanText } from '@hypotez/provider-core';
import type { DescribedFunction } from '../signature/described-function.ts';
import { inputName } from './input-name.ts';
import { nearestNames } from './nearest-names.ts';

/** Outputs that hold a picture. */
export const PICTURES: ReadonlySet<string> = new Set(['image', 'gallery', 'imageslider']);

/**
 * Finds the function that is meant: the one of that name, else the only one that gives a picture.
 *
 * @throws {ConfigurationError} which lists the functions, when there is none or more than one.
 */
export function chooseFunction(functions: readonly DescribedFunction[], place: string, apiName: string | undefined): DescribedFunction {
  const painters = withoutDoubles(functions.filter(({ isPublic, outputs }) => isPublic && outputs.some(({ type }) => PICTURES.has(type))));
  if (apiName !== undefined) {
    const found = functions.find((one) => one.apiName === apiName.replace(/^\//u, ''));
    if (found !== undefined) return found;
    const near = nearestNames(apiName, functions.map((one) => one.apiName));
    throw new ConfigurationError(`${place} has no function ${cleanText(apiName, 80)}; those that give pictures are ${list(painters)}${near.length === 0 ? '' : `. Perhaps ${near.map((name) => cleanText(name, 80)).join(' or ')} is meant`}.`);
  }
  const [only, another] = painters;
  if (only !== undefined && another === undefined) return only;
  if (only === undefined) throw new ConfigurationError(`${place} has no function that gives a picture; its functions are ${list(functions)}.`);
  throw new ConfigurationError(`${place} has several functions that give pictures, one of which has to be named: ${list(painters)}.`);
}

/** Two events of one function, such as a click and the return key, are two names: `infer` and `infer_1`. */
function withoutDoubles(functions: readonly DescribedFunction[]): readonly DescribedFunction[] {
  const shape = ({ inputs, outputs }: DescribedFunction): string => JSON.stringify([inputs.map(inputName), outputs.map(({ type }) => type)]);
  return functions.filter((one) => {
    const [, base] = /^(.+)_\d+$/u.exec(one.apiName) ?? [];
    return !functions.some((other) => other.apiName === base && shape(other) === shape(one));
  });
}

function list(functions: readonly DescribedFunction[]): string {
  const names = functions.map(({ apiName }) => cleanText(apiName, 80));
  return names.length === 0 ? 'none' : `${names.slice(0, 20).join(', ')}${names.length > 20 ? '…' : ''}`;
}
