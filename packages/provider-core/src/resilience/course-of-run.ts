import type { FailedAttempt } from '../errors/all-providers-failed-error.ts';
import { MissingImagesError, type MissingImage } from '../errors/missing-images-error.ts';
import type { ProviderError } from '../errors/provider-error.ts';
import type { Candidate } from '../registry/registry.ts';
import type { FailOverRun } from './fail-over-run.ts';
import { mayFailOver } from './may-fail-over.ts';
import { LONGEST_WAIT_MS, retryDecision } from './retry-decision.ts';
import { retryDelay } from './retry-delay.ts';

/** What is tried next. */
export interface NextAttempt {
  readonly candidate: Candidate;
  /** How long to wait before, in milliseconds. */
  readonly delayMs: number;
  readonly isRetry: boolean;
}

/** What became of a candidate in this run. */
interface Tried {
  /** Why each image failed there, by index. */
  readonly errors: ReadonlyMap<number, ProviderError>;
  readonly retried: number;
  /** When it may be asked again, by the clock. */
  readonly dueAt: number;
}

/** What was tried in a run, and what follows from it. */
export interface CourseOfRun {
  /** Every failed attempt, in order. */
  readonly attempts: readonly FailedAttempt[];
  /** Why the images that did not come are missing; of each the last reason, by index. */
  lost(): readonly MissingImage[];
  /** Notes a failed attempt. */
  failed(candidate: Candidate, error: ProviderError, ms: number): void;
  /** Chooses what to try next; `undefined` when there is nothing. A retry that is chosen is taken out of its provider's budget. */
  next(): NextAttempt | undefined;
}

/**
 * Follows a run through its providers.
 *
 * Others first: a candidate that was not asked yet is asked at once. The same provider is asked again only when nobody else is
 * left: that is why a dead first one costs no more than its one failure, and why retries do not add to the load of a service that
 * has enough of it.
 */
export function followRun({ candidates, context, delivered, missing, retries, rules }: FailOverRun, healthOf: NonNullable<FailOverRun['health']['of']>): CourseOfRun {
  const attempts: FailedAttempt[] = [];
  const reasons = new Map<number, ProviderError>();
  const tried = new Map<Candidate, Tried>();
  /** Set when nobody but this one can help. */
  let only: Candidate | undefined;

  const failed = (candidate: Candidate, error: ProviderError, ms: number): void => {
    attempts.push({ provider: candidate.id, error, ms });
    const retried = (tried.get(candidate)?.retried ?? -1) + 1;
    const errors = errorsByIndex(error, missing);
    for (const [index, reason] of errors) reasons.set(index, reason);
    const [elsewhere, again] = [
      errors.filter(([, reason]) => mayFailOver(reason, rules)),
      errors.filter(([, reason]) => retryDecision(reason, retried, retries)),
    ];
    only = elsewhere.length > 0 ? undefined : candidate;
    const left = only === undefined ? elsewhere : again;
    missing.clear();
    for (const [index] of left) missing.add(index);
    const reason = left[0]?.[1] ?? error;
    tried.set(candidate, { errors: new Map(errors), retried, dueAt: context.clock.now() + retryDelay(reason, retried, context.random) });
  };

  const fresh = (): NextAttempt | undefined => {
    const untried = candidates.filter((candidate) => only === undefined && !tried.has(candidate));
    const standing = (wanted: string): Candidate | undefined => untried.find(({ id }) => healthOf(id).standing() === wanted);
    const candidate = standing('well') ?? standing('unsteady') ?? standing('dead');
    return candidate === undefined ? undefined : { candidate, delayMs: 0, isRetry: false };
  };

  const mayAskAgain = ({ errors, retried }: Tried, index: number): boolean => {
    const error = errors.get(index);
    return error !== undefined && retryDecision(error, retried, retries);
  };

  const waiting = (): readonly NextAttempt[] => {
    const now = context.clock.now();
    return candidates.filter((candidate) => only === undefined || only === candidate).flatMap((candidate) => {
      const before = tried.get(candidate);
      const restMs = healthOf(candidate.id).restMs();
      if (restMs > LONGEST_WAIT_MS) return [];
      if (before === undefined) return [{ candidate, delayMs: restMs, isRetry: false }];
      return [...missing].some((index) => mayAskAgain(before, index)) ? [{ candidate, delayMs: Math.max(before.dueAt - now, restMs), isRetry: true }] : [];
    }).toSorted((left, right) => left.delayMs - right.delayMs);
  };

  const next = (): NextAttempt | undefined => {
    const chosen = fresh() ?? waiting().find(({ candidate, isRetry }) => !isRetry || healthOf(candidate.id).withdrawRetry());
    const before = chosen?.isRetry === true ? tried.get(chosen.candidate) : undefined;
    // What may have been billed there, or is refused there, is not asked for there again with the others.
    if (before !== undefined) for (const index of [...missing]) if (!mayAskAgain(before, index)) missing.delete(index);
    return chosen;
  };
  // In the order of the indexes, in which the images were asked for.
  const lost = (): readonly MissingImage[] =>
    [...reasons].filter(([index]) => !delivered.has(index)).map(([index, error]) => ({ index, error }));
  return { attempts, lost, failed, next };
}

/** Why each of the missing images failed; most failures are about all of them. */
function errorsByIndex(error: ProviderError, missing: ReadonlySet<number>): readonly (readonly [index: number, error: ProviderError])[] {
  const single = new Map(error instanceof MissingImagesError ? error.failures.map(({ index, error: reason }) => [index, reason]) : []);
  return [...missing].map((index) => [index, single.get(index) ?? error] as const);
}
