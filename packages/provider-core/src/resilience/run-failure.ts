import { AllProvidersFailedError } from '../errors/all-providers-failed-error.ts';
import { AuthenticationError } from '../errors/authentication-error.ts';
import { MissingImagesError } from '../errors/missing-images-error.ts';
import type { ProviderError } from '../errors/provider-error.ts';
import { UnsupportedOptionError } from '../errors/unsupported-option-error.ts';
import { UnavailableError } from '../errors/unavailable-error.ts';
import type { CourseOfRun } from './course-of-run.ts';
import type { FailOverRun } from './fail-over-run.ts';

/**
 * Makes the error that a run ends with: that of the provider where one was asked, else an `AllProvidersFailedError` with all
 * attempts. Where some of several images came, it is a `MissingImagesError` for the others.
 *
 * @returns `undefined` when nothing is missing, or nobody was asked.
 */
export function runFailure({ alias, delivered, wanted }: FailOverRun, course: CourseOfRun): ProviderError | undefined {
  const { attempts } = course;
  const missing = course.lost();
  const last = attempts.at(-1)?.error;
  if (last === undefined || missing.length === 0) return undefined;
  // Nobody has what was asked for: that is the caller's to know, and no failure of theirs.
  if (attempts.every(({ error }) => error instanceof UnsupportedOptionError)) return attempts[0]?.error;
  const isOne = new Set(attempts.map(({ provider }) => provider)).size === 1;
  const all = isOne ? undefined : new AllProvidersFailedError(alias, attempts);
  // The last attempt may have been about some of the images only.
  if (delivered.size === 0 && (all !== undefined || attempts.length === 1 || missing.every(({ error }) => error === last))) return all ?? last;
  return new MissingImagesError(wanted, missing.map(({ index, error }) => ({ index, error: all ?? error })));
}

/** Makes the error of a run that asked nobody, since all are resting. */
export function restingFailure({ alias, candidates }: FailOverRun, healthOf: NonNullable<FailOverRun['health']['of']>): ProviderError {
  const rests = candidates.map(({ id }) => ({ id, restMs: healthOf(id).restMs(), code: healthOf(id).lastError?.code }));
  const list = rests.map(({ id, restMs, code }) => (restMs === Infinity ? `${id} refused the credential` : `${id} rests for ${Math.ceil(restMs / 1000)} s (${code ?? 'unavailable'})`));
  const retryAfterMs = Math.min(...rests.map(({ restMs }) => restMs));
  const message = `No request was sent for "${alias}": ${list.join(', ')}.`;
  return retryAfterMs === Infinity ? new AuthenticationError(message) : new UnavailableError(message, { retryAfterMs });
}
