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
  const result = v.safeParse(imageRequestSchema, input);
  if (result.success) return { request: result.output, problems: [] };
  if (typeof input !== 'object' || input === null) {
    return { request: {}, problems: [requestProblem('request', input, 'an object with messages or a prompt')] };
  }
  const problems = new Map<string, RequestProblem>();
  for (const issue of result.issues) {
    const path = issue.path?.map(({ key }) => key) ?? [];
    const field = pathText(path);
    if (!problems.has(field)) problems.set(field, requestProblem(field, valueAt(input, path), allowedFor(path[0])));
  }
  const broken = new Set(result.issues.map(({ path }) => path?.[0].key));
  const sound = Object.fromEntries(Object.entries(input).filter(([key]) => !broken.has(key)));
  return { request: v.parse(imageRequestSchema, sound), problems: [...problems.values()] };
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
