import { AllProvidersFailedError, type FailedAttempt } from '../errors/all-providers-failed-error.ts';
import type { ErrorCode } from '../errors/error-code.ts';
import { ProviderError } from '../errors/provider-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import type { AsyncResult } from '../events/image-event.ts';
import type { ProviderContext } from '../provider/provider-context.ts';
import type { ImageRequest } from '../request/image-request.ts';
import type { Candidate } from './registry.ts';

/** Failures that another provider would share, or that are the caller's will. */
const FINAL: ReadonlySet<ErrorCode> = new Set(['invalid_request', 'aborted', 'moderation']);

/** One call of `registry.generate`. */
export interface FailOverOptions {
  readonly alias: string;
  readonly request: ImageRequest;
  readonly context: ProviderContext;
  readonly candidates: (alias: string) => readonly Candidate[];
}

/**
 * Walks over the providers of an alias until one gives the image, under the one deadline of the request.
 *
 * The request's `apiKey` goes to the first of them only: a key of one vendor is nothing that another may see.
 */
export function generateWithFailOver(options: FailOverOptions): AsyncResult {
  let current: AsyncResult | undefined;
  const events = walk(options, (run) => (current = run));
  // A native generator queues `return()` behind a pending `next()`; ending the run under way lets that one settle.
  const leave = (): ReturnType<AsyncResult['return']> => {
    void current?.return();
    return events.return();
  };
  const result: AsyncResult = {
    next: () => events.next(),
    return: leave,
    throw: async (error) => {
      await leave();
      throw error;
    },
    [Symbol.asyncIterator]: () => result,
    [Symbol.asyncDispose]: async () => {
      await leave();
    },
  };
  return result;
}

async function* walk({ alias, request, context, candidates }: FailOverOptions, begin: (run: AsyncResult) => AsyncResult): AsyncResult {
  const { clock, logger } = context;
  const routes = candidates(alias);
  const attempts: FailedAttempt[] = [];
  const { timeoutMs } = request;
  const end = clock.now() + (timeoutMs ?? 0);
  for (const [index, candidate] of routes.entries()) {
    const left = timeoutMs === undefined || index === 0 ? timeoutMs : Math.floor(end - clock.now());
    if (timeoutMs !== undefined && left !== undefined && index > 0 && left < 1) throw new TimeoutError('total', timeoutMs);
    try {
      yield* begin(candidate.provider.createAsyncGenerator({ ...request, model: candidate.model, apiKey: index === 0 ? request.apiKey : undefined, timeoutMs: left }));
      return;
    } catch (thrown) {
      if (!(thrown instanceof ProviderError)) throw thrown;
      attempts.push({ provider: candidate.id, error: thrown });
      const next = routes[index + 1];
      if (next === undefined || !mayFailOver(thrown)) break;
      logger.warn('provider failed, trying the next one', { alias, provider: candidate.id, code: thrown.code, next: next.id });
      yield { type: 'progress', stage: 'log', message: `${candidate.id} failed (${thrown.code}), trying ${next.id}` };
    }
  }
  const [only] = attempts;
  throw attempts.length === 1 && only !== undefined ? only.error : new AllProvidersFailedError(alias, attempts);
}

/** A failure that may have been charged is the caller's decision: starting elsewhere could cost twice. */
function mayFailOver(error: ProviderError): boolean {
  return error.billed === 'no' && !FINAL.has(error.code);
}
