import { cleanText } from '../text/clean-text.ts';

/** One thing that is wrong with a request. */
export interface RequestProblem {
  /** Name of the field, with a path where it is nested: `messages[0].content`. */
  readonly field: string;
  /** The value as it was given, shortened; `[hidden]` where it is a credential or text of the user. */
  readonly value: string;
  /** What is allowed, to be read after the words "allowed is". */
  readonly allowed: string;
}

/** Fields whose value is never repeated: a credential or the user's own text. */
const HIDDEN = /^(?:apiKey|proxy|request|prompt|negativePrompt|messages|alt)\b/;

/** Describes a wrong value in one short line, without repeating credentials or prompts. */
export function requestProblem(field: string, value: unknown, allowed: string): RequestProblem {
  const isEmpty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  // A text where the list of images belongs may be a whole picture.
  const isHidden = HIDDEN.test(field) || (field === 'images' && typeof value === 'string');
  const shown = isHidden && !isEmpty ? '[hidden]' : describeValue(value);
  return { field: cleanText(field, 80), value: shown, allowed };
}

/** All problems as one line for people. */
export function describeProblems(problems: readonly RequestProblem[]): string {
  return problems.map(({ field, value, allowed }) => `${field} is ${value}; allowed is ${allowed}`).join('. ') + '.';
}

function describeValue(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return cleanText(JSON.stringify(value), 60);
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
