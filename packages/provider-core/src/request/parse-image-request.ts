import * as v from 'valibot';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { requestProblem, type RequestProblem } from '../errors/request-problem.ts';
import type { ImageRequest } from './image-request.ts';
import { isObject, type ImageRequestSchema } from './image-request-schema.ts';

/** A request split into the fields that are right and the problems of the others. */
export interface ParsedImageRequest {
  readonly request: ImageRequest;
  /** What is wrong, for later checks to add to. */
  readonly problems: RequestProblem[];
  /** The fields that are wrong, which `request` is without. */
  readonly wrong: ReadonlySet<unknown>;
}

/**
 * Checks whatever an application passed; does not throw for wrong fields, so that later checks add to the same list.
 *
 * @throws {InvalidRequestError} when it is no object at all.
 */
export function parseImageRequest(input: unknown, schema: ImageRequestSchema): ParsedImageRequest {
  if (!isObject(input)) throw new InvalidRequestError([requestProblem('request', input, 'an object with messages or a prompt')]);
  const fields = Object.keys(schema.entries);
  const unknown = Object.keys(input).filter((key) => !fields.includes(key));
  // What stands under a misspelt name may be a key or a prompt.
  const problems = unknown.map((key) => ({ ...requestProblem(key, '', `one of the options ${fields.join(', ')}`), value: '[hidden]' }));
  const { success, output, issues = [] } = v.safeParse(schema, input);
  if (success) return { request: output, problems, wrong: new Set() };
  problems.push(...issues.map(({ path, input: value, message }) => requestProblem(pathText(path), value, message)));
  const wrong = new Set(issues.map(({ path }) => path?.[0].key));
  const sound = Object.fromEntries(Object.entries(input).filter(([key]) => fields.includes(key) && !wrong.has(key)));
  return { ...parseImageRequest(sound, schema), problems, wrong };
}

/** The place of an issue, such as `messages[0].role`. */
function pathText(path: readonly { readonly key: unknown }[] = []): string {
  return path.map(({ key }, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`)).join('');
}
