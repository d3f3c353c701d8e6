import { AllProvidersFailedError, type FailedAttempt } from '../errors/all-providers-failed-error.ts';
import type { ErrorCode } from '../errors/error-code.ts';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { ProviderError } from '../errors/provider-error.ts';
import { requestProblem } from '../errors/request-problem.ts';
import type { AsyncResult, PluginEvent } from '../events/image-event.ts';
import { propertyOf } from '../json/property-of.ts';
import type { ProviderContext } from '../provider/provider-context.ts';
import type { ImageRequest } from '../request/image-request.ts';
import { createRun } from '../run/create-run.ts';
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
 * Walks over the providers of an alias until one gives the image: one run around theirs, with the one deadline and the one
 * end of the request.
 *
 * The request's `apiKey` goes to the first of them only: a key of one vendor is nothing that another may see.
 */
export function generateWithFailOver(options: FailOverOptions): AsyncResult {
  const { alias, request, context, candidates } = options;
  let current = alias;
  return createRun({
    provider: () => current,
    clock: context.clock,
    lifetime: context.lifetime,
    request,
    plan: () => {
      const routes = candidates(alias);
      const { timeoutMs, images } = limitsOf(request, context);
      return { timeoutMs, images, start: (signal) => walk(options, routes, signal, (id) => { current = id; }) };
    },
  });
}

async function* walk(
  { alias, request, context }: FailOverOptions,
  routes: readonly Candidate[],
  signal: AbortSignal,
  isTrying: (provider: string) => void,
): AsyncGenerator<PluginEvent, void, undefined> {
  const attempts: FailedAttempt[] = [];
  for (const [index, candidate] of routes.entries()) {
    isTrying(candidate.id);
    try {
      const apiKey = index === 0 ? { ...request }.apiKey : undefined;
      yield* candidate.provider.createAsyncGenerator({ ...request, model: candidate.model, apiKey, signal });
      return;
    } catch (thrown) {
      if (!(thrown instanceof ProviderError)) throw thrown;
      attempts.push({ provider: candidate.id, error: thrown });
      const next = routes[index + 1];
      if (next === undefined || !mayFailOver(thrown)) break;
      context.logger.warn('provider failed, trying the next one', { alias, provider: candidate.id, code: thrown.code, next: next.id });
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

/**
 * The request is checked by the provider's own run; until then only figures count that are some.
 *
 * @throws {InvalidRequestError} for a signal that is none: the provider's run does not see it, it gets this run's own.
 */
function limitsOf(request: ImageRequest, { timeouts }: ProviderContext): { readonly timeoutMs: number; readonly images: number } {
  // Copied, since JavaScript may have passed no object at all, which the provider's run then says.
  const { timeoutMs, n } = { ...request };
  const signal = propertyOf(request, 'signal');
  if (signal !== undefined && !(signal instanceof AbortSignal)) throw new InvalidRequestError([requestProblem('signal', signal, 'an AbortSignal')]);
  const isCount = (value: number | undefined): value is number => Number.isSafeInteger(value) && value !== undefined && value > 0;
  return { timeoutMs: isCount(timeoutMs) ? timeoutMs : timeouts.totalMs, images: isCount(n) ? n : 1 };
}
