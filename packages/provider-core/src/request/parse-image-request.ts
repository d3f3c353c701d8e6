import * as v from 'valibot';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { requestProblem, type RequestProblem } from '../errors/request-problem.ts';
import type { ImageRequest } from './image-request.ts';
import { ALLOWED, imageRequestSchema } from './image-request-schema.ts';

/** A request split into the fields that have the right shape and the problems of the others. */
export interface ParsedImageRequest {
  readonly request: ImageRequest;
  readonly problems: readonly RequestProblem[];
}

/** Checks the shape of whatever an application passed; never throws, so that later checks add to the same list. */
export function parseImageRequest(input: unknown): ParsedImageRequest {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { request: {}, problems: [requestProblem('request', input, 'an object with messages or a prompt')] };
  }
  const unknown = Object.keys(input).filter((key) => !Object.hasOwn(ALLOWED, key));
  const known = unknown.length === 0 ? input : without(input, new Set(unknown));
  // What stands under a misspelt name may be a key or a prompt.
  const problems = new Map(unknown.map((field) => [field, { ...requestProblem(field, undefined, allowedFor(field)), value: '[hidden]' }]));
  const result = v.safeParse(imageRequestSchema, known);
  if (result.success) return { request: result.output, problems: [...problems.values()] };
  for (const issue of result.issues) {
    const path = issue.path?.map(({ key }) => key) ?? [];
    const field = pathText(path);
    if (!problems.has(field)) problems.set(field, requestProblem(field, valueAt(known, path), allowedFor(path[0])));
  }
  const sound = without(known, new Set(result.issues.map(({ path }) => path?.[0].key)));
  return { request: v.parse(imageRequestSchema, sound), problems: [...problems.values()] };
}

function without(input: object, keys: ReadonlySet<unknown>): object {
  return Object.fromEntries(Object.entries(input).filter(([key]) => !keys.has(key)));
}

/** Throws one error for all problems, if there are any. */
export function throwProblems(problems: readonly RequestProblem[]): void {
  if (problems.length > 0) throw new InvalidRequestError(problems);
}

function allowedFor(field: unknown): string {
  const allowed = typeof field === 'string' ? new Map<string, string>(Object.entries(ALLOWED)).get(field) : undefined;
  return allowed ?? `one of the options ${Object.keys(ALLOWED).join(', ')}`;
}

function pathText(path: readonly unknown[]): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key.toString()}]` : `${index === 0 ? '' : '.'}${String(key)}`)).join('');
}

function valueAt(input: object, path: readonly unknown[]): unknown {
  return path.reduce<unknown>((value, key) => {
    const isContainer = typeof value === 'object' && value !== null;
    return isContainer && (typeof key === 'string' || typeof key === 'number') ? Reflect.get(value, key) : undefined;
  }, input);
}
