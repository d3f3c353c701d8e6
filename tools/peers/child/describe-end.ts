import { inspect } from 'node:util';
import type { Report } from '../judgement/report.ts';
import { KEY, PROMPT, STOPPED, type Picture } from '../subjects/subject.ts';
import { isWholePicture, type ServersPicture } from './is-whole-picture.ts';

/** How the work ended. */
export interface End {
  readonly pictures: readonly Picture[];
  /** The words of an event that told of a failure. */
  readonly failure?: string | undefined;
  /** What was thrown. */
  readonly thrown?: { readonly error: unknown } | undefined;
}

/** What the end is held against. */
export interface Measure {
  readonly expected: ServersPicture;
  /** Whether an error is of a class of the library's own. */
  readonly isOwn: (error: unknown) => boolean;
}

/** Takes down what the parent judges by. */
export function describeEnd({ pictures, failure, thrown }: End, { isOwn, expected }: Measure): Omit<Report, 'ms'> {
  const whole = pictures.filter((picture) => isWholePicture(picture, expected)).length;
  const error = thrown?.error;
  const words = failure ?? (error instanceof Error ? error.message : '');
  const depth = thrown === undefined ? '' : inspect(error, { depth: 20 });
  return {
    ending: thrown !== undefined ? 'thrown' : failure !== undefined ? 'event' : 'returned',
    whole,
    broken: pictures.length - whole,
    name: nameOf(error),
    isTyped: thrown !== undefined && (isOwn(error) || isStop(error)),
    hasKey: depth.includes(KEY),
    hasPrompt: depth.includes(PROMPT),
    hasEscape: words.includes('\u001b'),
  };
}

/** The caller's own reason, or the error that the platform has for a stop. */
function isStop(error: unknown): boolean {
  return error === STOPPED || (error instanceof DOMException && error.name === 'AbortError');
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return error === undefined ? '' : typeof error;
  return error === STOPPED ? 'the reason' : error.constructor.name;
}
