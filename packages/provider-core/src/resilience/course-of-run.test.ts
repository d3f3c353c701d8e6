import { describe, expect, it } from 'vitest';
import { MissingImagesError } from '../errors/missing-images-error.ts';
import type { ProviderError } from '../errors/provider-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import { RejectedError } from '../errors/rejected-error.ts';
import { UnavailableError } from '../errors/unavailable-error.ts';
import { createProviderContext } from '../provider/create-provider-context.ts';
import type { Candidate } from '../registry/registry.ts';
import { settle } from '../testing/barrier.ts';
import { examplePlugin } from '../testing/example-plugin.ts';
import { exampleRegistry } from '../testing/example-registry.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { followRun, type CourseOfRun } from './course-of-run.ts';
import type { FailOverRules } from './may-fail-over.ts';
import { createProviderHealth, type ProviderHealth } from './provider-health.ts';

const { registry } = exampleRegistry(['a', 'b', 'c'].map((id) => examplePlugin(id)));
const [A, B, C] = [candidateOf('a'), candidateOf('b'), candidateOf('c')];

function candidateOf(id: string): Candidate {
  const candidate = registry.candidates('sd-3.5').find((one) => one.id === id);
  if (candidate === undefined) throw new Error(`There is no plugin ${id}.`);
  return candidate;
}

/** Makes the course of a run whose waits are as short as chance allows, and what is known of its providers. */
function courseOf(candidates: readonly Candidate[], { images = 1, rules = {} }: { readonly images?: number; readonly rules?: FailOverRules } = {}): {
  readonly course: CourseOfRun;
  readonly missing: ReadonlySet<number>;
  readonly healthOf: (id: string) => ProviderHealth;
} {
  const context = createProviderContext({ clock: new ManualClock(), random: { uuid: () => 'x', integer: (min) => min } });
  const records = new Map(candidates.map(({ id }) => [id, createProviderHealth(id, context)]));
  const healthOf = (id: string): ProviderHealth => records.get(id) ?? createProviderHealth(id, context);
  const missing = new Set(Array.from({ length: images }, (_, index) => index));
  const course = followRun({
    alias: 'sd', request: { prompt: 'x' }, context, candidates, rules, retries: 2, health: { of: healthOf }, signal: new AbortController().signal,
    images, wanted: images, missing, delivered: new Set(), isTrying: () => undefined,
  }, healthOf);
  return { course, missing, healthOf };
}

const lost = (images: number, ...errors: readonly ProviderError[]): ProviderError => new MissingImagesError(images, errors.map((error, index) => ({ index, error })));

async function fail(health: ProviderHealth, ends: string): Promise<void> {
  for (const end of ends) {
    health.begin(false)(end === 'x' ? new UnavailableError('x') : undefined);
    await settle();
  }
}

describe('what is tried next', () => {
  it('is one that is well, then one that is unsteady, then one that is dead', async () => {
    const { course, healthOf } = courseOf([A, B, C]);
    await fail(healthOf('a'), 'xxxxx');
    await fail(healthOf('b'), 'oooxooxoox');
    expect([healthOf('a').standing(), healthOf('b').standing()]).toEqual(['dead', 'unsteady']);
    for (const candidate of [C, B, A]) {
      expect(course.next()).toEqual({ candidate, delayMs: 0, isRetry: false });
      course.failed(candidate, new UnavailableError('x', { retryable: false }), 0);
    }
  });

  it('is of those that were asked before the one that may be asked first', () => {
    const { course } = courseOf([A, B]);
    course.failed(A, new RateLimitError('x', { retryAfterMs: 5000 }), 0);
    course.failed(B, new RateLimitError('x', { retryAfterMs: 1000 }), 0);
    expect(course.next()).toEqual({ candidate: B, delayMs: 1000, isRetry: true });
  });

  it('is, while one rests for a minute at the most, that one after its rest, and that is no retry', () => {
    const { course, healthOf } = courseOf([A]);
    healthOf('a').begin(false)(new RateLimitError('x', { retryAfterMs: 60_000 }));
    expect(course.next()).toEqual({ candidate: A, delayMs: 60_000, isRetry: false });
  });

  it('is nothing while all rest for longer', () => {
    const { course, healthOf } = courseOf([A]);
    healthOf('a').begin(false)(new RateLimitError('x', { retryAfterMs: 60_001 }));
    expect(course.next()).toBeUndefined();
  });

  it('is the same provider for the images that it may be asked for again, when it may be asked for them', () => {
    const { course, missing } = courseOf([A], { images: 3 });
    course.failed(A, lost(3, new RejectedError('x'), new RateLimitError('x', { retryAfterMs: 5000 }), new RateLimitError('x', { retryAfterMs: 5000 })), 0);
    expect([course.next(), [...missing]]).toEqual([{ candidate: A, delayMs: 5000, isRetry: true }, [1, 2]]);
  });

  it('is one that was asked before also where it may be asked again for only some of the images', () => {
    const { course, missing } = courseOf([A, B], { images: 2, rules: { onMaybeBilled: true } });
    course.failed(A, lost(2, new UnavailableError('x'), new UnavailableError('x', { billed: 'maybe' })), 0);
    course.failed(B, new UnavailableError('x', { billed: 'maybe' }), 0);
    expect([course.next(), [...missing]]).toEqual([{ candidate: A, delayMs: 0, isRetry: true }, [0]]);
  });

  it('is nothing where every image is lost for good', () => {
    const { course } = courseOf([A, B], { images: 2 });
    course.failed(A, lost(2, new RejectedError('x'), new UnavailableError('x', { billed: 'maybe' })), 0);
    expect(course.next()).toBeUndefined();
    expect(course.lost()).toMatchObject([{ index: 0, error: { code: 'rejected' } }, { index: 1, error: { code: 'unavailable' } }]);
  });
});
