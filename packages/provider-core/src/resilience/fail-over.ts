import { handleWhen, retry } from 'cockatiel';
import { ProviderError } from '../errors/provider-error.ts';
import { UnsupportedOptionError } from '../errors/unsupported-option-error.ts';
import type { PluginEvent } from '../events/image-event.ts';
import { propertyOf } from '../json/property-of.ts';
import type { Candidate } from '../registry/registry.ts';
import { attemptEvents } from './attempt-events.ts';
import { followRun, type CourseOfRun, type NextAttempt } from './course-of-run.ts';
import { emitted, type Emit } from './emitted.ts';
import type { FailOverRun } from './fail-over-run.ts';
import { createProviderHealth, type ProviderHealth } from './provider-health.ts';
import { restingFailure, runFailure } from './run-failure.ts';
import { wait } from '../services/wait.ts';

/** The first attempt of a run, which failed. */
export interface FirstFailure {
  readonly candidate: Candidate;
  readonly error: ProviderError;
  readonly ms: number;
  /** Whether the provider's health knows of it; there may have been none before. */
  readonly isRecorded: boolean;
}

/**
 * Goes on with a run whose first attempt failed, or may not be made. cockatiel makes the loop; what is tried next, and how long to
 * wait before, is decided here, since cockatiel knows no money and its waits cannot be aborted.
 */
export function failOver(run: FailOverRun, failed?: FirstFailure): AsyncGenerator<PluginEvent, void, undefined> {
  const { context, health, retries, candidates, request, signal } = run;
  const healthOf = (health.of ??= recordHealth(run));
  const course = followRun(run, healthOf);
  if (failed !== undefined) {
    const { candidate, error, ms, isRecorded } = failed;
    if (!isRecorded) healthOf(candidate.id).begin(false)(error, propertyOf(request, 'apiKey') !== undefined);
    course.failed(candidate, error, ms);
  }
  return emitted(async (emit) => {
    let next = course.next();
    const goesOn = (thrown: unknown): boolean => {
      // Nothing follows an end from outside.
      if (!(thrown instanceof ProviderError) || signal.aborted) return false;
      next = course.next();
      return next !== undefined;
    };
    const attempt = async (): Promise<void> => {
      if (next === undefined) throw failed?.error ?? restingFailure(run, healthOf);
      await announce(run, course, next, emit);
      if (next.delayMs > 0) await wait(context.clock, next.delayMs, signal);
      await tryOnce(run, course, next, healthOf(next.candidate.id), emit);
    };
    try {
      await retry(handleWhen(goesOn), { maxAttempts: candidates.length * (1 + retries) }).execute(attempt, signal);
    } catch (thrown) {
      throw thrown instanceof ProviderError && !signal.aborted ? (runFailure(run, course) ?? thrown) : thrown;
    }
    // The last attempt gave what it was asked for; what may be asked for nowhere is missing all the same.
    const failure = runFailure(run, course);
    if (failure !== undefined) throw failure;
  });
}

function recordHealth({ context }: FailOverRun): (id: string) => ProviderHealth {
  const records = new Map<string, ProviderHealth>();
  return (id) => {
    const known = records.get(id) ?? createProviderHealth(id, context);
    records.set(id, known);
    return known;
  };
}

async function announce({ alias, context }: FailOverRun, { attempts }: CourseOfRun, { candidate, delayMs }: NextAttempt, emit: Emit<PluginEvent>): Promise<void> {
  const last = attempts.at(-1);
  const inSeconds = delayMs < 1000 ? '' : ` in ${Math.ceil(delayMs / 1000)} s`;
  if (last === undefined) {
    if (delayMs > 0) await emit({ type: 'progress', stage: 'queued', message: `${candidate.id} rests, trying it${inSeconds}` });
    return;
  }
  const { provider, error } = last;
  const { code } = error;
  const why = error instanceof UnsupportedOptionError ? `cannot do what was asked for (${error.problems.map(({ field }) => field).join(', ')})` : `failed (${code})`;
  context.logger.warn('provider failed, trying the next one', { alias, provider, code, next: candidate.id });
  const message = `${provider} ${why}, trying ${candidate.id === provider ? 'it again' : candidate.id}${inSeconds}`;
  await emit({ type: 'progress', stage: 'attempt', provider: candidate.id, attempt: attempts.length + 1, reason: code, message });
}

async function tryOnce(run: FailOverRun, course: CourseOfRun, { candidate, isRetry }: NextAttempt, health: ProviderHealth, emit: Emit<PluginEvent>): Promise<void> {
  const { clock } = run.context;
  const startedAt = clock.now();
  try {
    for await (const event of attemptEvents(run, candidate, health.begin(isRetry))) await emit(event);
  } catch (thrown) {
    if (thrown instanceof ProviderError) course.failed(candidate, thrown, clock.now() - startedAt);
    throw thrown;
  }
}
