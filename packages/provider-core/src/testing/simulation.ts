import * as core from '../index.ts';
import type { FailOverRules, ImageEvent, ProviderError } from '../index.ts';
import { settle } from './barrier.ts';
import { examplePlugin } from './example-plugin.ts';
import { exampleRegistry } from './example-registry.ts';
import { image, preview } from './example-run.ts';
import { seededChance } from './seeded-chance.ts';

/** Faults that pass by themselves and surely cost nothing. */
export const PASSING: readonly (() => ProviderError)[] = [
  () => new core.NetworkError('refused'), () => new core.TimeoutError('connect', 10_000), () => new core.UnavailableError('503'), () => new core.RateLimitError('429'),
  () => new core.RateLimitError('429', { retryAfterMs: 5000 }), () => new core.UnavailableError('503', { retryAfterMs: 20_000 }), () => new core.ProtocolError('bytes'), () => new core.UnsafeUrlError('redirect'),
];
/** Faults of which nobody knows what they cost. */
export const MAYBE_BILLED: readonly (() => ProviderError)[] = [
  () => new core.UnavailableError('500', { billed: 'maybe' }), () => new core.StreamEndedError('reset'), () => new core.TimeoutError('idle', 60_000, { billed: 'maybe' }), () => new core.PluginError('bug', { billed: 'maybe' }),
];
/** Faults that stay for a while or for good. */
export const LASTING: readonly (() => ProviderError)[] = [
  () => new core.AuthenticationError('401'), () => new core.QuotaExceededError('402'), () => new core.RateLimitError('429', { retryAfterMs: 86_400_000 }), () => new core.NotFoundError('404'), () => new core.TooLargeError('413', undefined),
];

/** What is played. */
export interface SimulationOptions {
  readonly seed: number;
  readonly requests: number;
  /** Milliseconds between two requests. */
  readonly everyMs: number;
  readonly faults: readonly (() => ProviderError)[];
  readonly failOver?: FailOverRules;
  /** Whether a call fails; asked with the provider's place in the order, the time, and chance. */
  readonly fails: (provider: number, now: number, chance: () => number) => boolean;
}

/** What came of it. */
export interface SimulationResult {
  readonly successes: number;
  /** Calls of all providers. */
  readonly calls: number;
  /** Of each provider: its calls, and the requests that reached it. */
  readonly providers: readonly { readonly calls: number; readonly requests: number }[];
  /** Runs that gave another number of images than one for success and none for failure. */
  readonly wrongFinals: number;
  /** Previews of dead attempts that do not say so, and others that do. */
  readonly wrongPreviews: number;
  /** Requests that were called again after a failure that may have been billed. */
  readonly calledAfterBill: number;
  readonly minutes: number;
  readonly leftovers: { readonly timers: number; readonly listeners: number };
}

/** Plays requests against three providers of one registry, one request after the other. */
export async function simulate({ seed, requests, everyMs, faults, failOver = {}, fails }: SimulationOptions): Promise<SimulationResult> {
  const chance = seededChance(seed);
  let request = 0;
  let mayBeBilled = false;
  const result = { successes: 0, wrongFinals: 0, wrongPreviews: 0, calledAfterBill: 0 };
  const seen = [0, 1, 2].map(() => ({ calls: 0, last: -1, requests: 0 }));
  const plugins = seen.map((counts, index) => examplePlugin(`p${index}`, {
    generate: async function* () {
      counts.calls += 1;
      if (counts.last !== request) counts.requests += 1;
      counts.last = request;
      if (mayBeBilled) result.calledAfterBill += 1;
      if (chance.unit() < 0.5) yield preview();
      if (fails(index, clock.now(), chance.unit)) {
        const error = faults[chance.integer(0, faults.length - 1)]?.() ?? new core.NetworkError('x');
        mayBeBilled = error.billed !== 'no';
        throw error;
      }
      yield image({ provider: `p${index}` });
    },
  }));
  const { registry, clock, controller, leftovers } = exampleRegistry(plugins, { failOver }, chance.integer);
  for (; request < requests; request += 1) {
    mayBeBilled = false;
    clock.advance(everyMs);
    const events: ImageEvent[] = [];
    const state = { isOver: false, hasFailed: false };
    const run = (async () => {
      for await (const event of registry.generate('sd-3.5', { prompt: 'x', signal: controller.signal })) events.push(event);
    })().catch(() => { state.hasFailed = true; }).finally(() => { state.isOver = true; });
    while (!state.isOver) {
      await settle();
      // Time passes only while the run waits for something besides its deadline.
      if (clock.pending > 1) clock.advance(250);
    }
    await run;
    const [images, last] = [events.filter(({ type }) => type === 'image').length, events.findLastIndex((event) => event.type === 'progress' && event.stage === 'attempt')];
    result.successes += images;
    if (images !== (state.hasFailed ? 0 : 1)) result.wrongFinals += 1;
    events.forEach((event, index) => {
      if (event.type === 'preview' && event.superseded !== (index < last || state.hasFailed)) result.wrongPreviews += 1;
    });
  }
  await settle();
  const calls = seen.reduce((sum, { calls: own }) => sum + own, 0);
  return { ...result, calls, providers: seen, minutes: clock.now() / 60_000, leftovers: leftovers() };
}
