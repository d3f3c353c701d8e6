import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { ProviderError } from '../errors/provider-error.ts';
import { requestProblem } from '../errors/request-problem.ts';
import type { AsyncResult, PluginEvent } from '../events/image-event.ts';
import { inputImages, type InputImages } from '../input/input-images.ts';
import { shareLoading } from '../input/shared-loading.ts';
import { propertyOf } from '../json/property-of.ts';
import type { ProviderContext } from '../provider/provider-context.ts';
import type { ImageRequest } from '../request/image-request.ts';
import { attemptEvents } from '../resilience/attempt-events.ts';
import type { FailOverRun } from '../resilience/fail-over-run.ts';
import type { FirstFailure } from '../resilience/fail-over.ts';
import { createRun } from '../run/create-run.ts';
import { LONGEST_TIMER_MS } from '../services/timeouts.ts';
import type { Candidate } from './registry.ts';

/** More than any model has; a larger number is refused by the provider's own check. */
const MOST_IMAGES = 10_000;

/** One call of `registry.generate`. */
export interface FailOverOptions extends Pick<FailOverRun, 'alias' | 'request' | 'context' | 'rules' | 'retries' | 'health'> {
  readonly candidates: (alias: string) => readonly Candidate[];
}

/**
 * Walks over the providers of an alias until one gives the image: one run around theirs, with the one deadline and the one
 * end of the request.
 *
 * The request's `apiKey` goes to the first of them only: a key of one vendor is nothing that another may see.
 */
export function generateWithFailOver({ candidates, ...options }: FailOverOptions): AsyncResult {
  const { alias, request, context } = options;
  let current = alias;
  return createRun({
    provider: () => current,
    clock: context.clock,
    lifetime: context.lifetime,
    request,
    plan: () => {
      const routes = candidates(alias);
      const { timeoutMs, images, indexes } = limitsOf(request, context);
      const missing = new Set(indexes);
      const isTrying = (id: string): void => { current = id; };
      const inputs = inputsOf(request);
      return {
        timeoutMs,
        isAround: true,
        images: missing.size,
        start: (signal) => {
          if (inputs !== undefined) shareLoading(signal);
          return walk({ ...options, request: { ...request, ...inputs }, candidates: routes, signal, images, wanted: missing.size, missing, delivered: new Set(), isTrying });
        },
      };
    },
  });
}

/** Asks the first provider, if nothing is known against it. What is needed after that is loaded after that. */
async function* walk(run: FailOverRun): AsyncGenerator<PluginEvent, void, undefined> {
  const { candidates: [first], context: { clock }, health } = run;
  let failed: FirstFailure | undefined;
  const known = first === undefined ? undefined : health.of?.(first.id);
  if (first !== undefined && (known === undefined || known.standing() === 'well')) {
    const startedAt = clock.now();
    try {
      yield* attemptEvents(run, first, known?.begin(false));
      return;
    } catch (thrown) {
      if (!(thrown instanceof ProviderError)) throw thrown;
      failed = { candidate: first, error: thrown, ms: clock.now() - startedAt, isRecorded: known !== undefined };
    }
  }
  const { failOver } = await import('../resilience/fail-over.ts').catch((thrown: unknown) => {
    // A process that may open no more files can load nothing either, and the failure that it met first is the one to tell.
    throw failed?.error ?? thrown;
  });
  yield* failOver(run, failed);
}

/** The input images as they are at the first `next()`: a second provider may be asked much later. What is no list is left to the check. */
function inputsOf(request: ImageRequest): InputImages | undefined {
  const { images, mask } = { ...request };
  return Array.isArray(images) ? inputImages({ images, mask }) : undefined;
}

/**
 * The request is checked by the provider's own run; until then only figures count that are some.
 *
 * @throws {InvalidRequestError} for a signal that is none: the provider's run does not see it, it gets this run's own.
 */
function limitsOf(request: ImageRequest, { timeouts }: ProviderContext): { readonly timeoutMs: number; readonly images: number; readonly indexes: Iterable<number> } {
  // Copied, since JavaScript may have passed no object at all, which the provider's run then says.
  const { timeoutMs, n, indexes } = { ...request };
  const signal = propertyOf(request, 'signal');
  if (signal !== undefined && !(signal instanceof AbortSignal)) throw new InvalidRequestError([requestProblem('signal', signal, 'an AbortSignal')]);
  const countOf = (value: unknown, most: number): number | undefined => (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most ? Number(value) : undefined);
  const images = countOf(n, MOST_IMAGES) ?? 1;
  return { timeoutMs: countOf(timeoutMs, LONGEST_TIMER_MS) ?? timeouts.totalMs, images, indexes: Array.isArray(indexes) && indexes.length > 0 ? indexes : Array.from({ length: images }, (_, index) => index) };
}
