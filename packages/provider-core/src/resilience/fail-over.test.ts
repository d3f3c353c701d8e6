import { describe, expect, it } from 'vitest';
import { AuthenticationError } from '../errors/authentication-error.ts';
import { ModerationError } from '../errors/moderation-error.ts';
import { NetworkError } from '../errors/network-error.ts';
import { ProviderError } from '../errors/provider-error.ts';
import { QuotaExceededError } from '../errors/quota-exceeded-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import { RejectedError } from '../errors/rejected-error.ts';
import { TooLargeError } from '../errors/too-large-error.ts';
import { UnavailableError } from '../errors/unavailable-error.ts';
import type { ImageEvent } from '../events/image-event.ts';
import { settle } from '../testing/barrier.ts';
import { examplePlugin, type ExamplePlugin } from '../testing/example-plugin.ts';
import { exampleRegistry, type ExampleRegistry } from '../testing/example-registry.ts';
import type { ManualClock } from '../testing/manual-clock.ts';
import { NOTHING_LEFT, image, outcomeOf, preview, step } from '../testing/example-run.ts';
import { scriptedOutcomes } from '../testing/scripted-plugin.ts';

const REQUEST = { prompt: 'a castle' };
const full = (): ProviderError => new UnavailableError('Full.');
const limited = (retryAfterMs?: number) => (): ProviderError => new RateLimitError('Slow down.', { retryAfterMs });

/** Runs a request to its end; behind its announcements it waits as long as is given here, 0 for not at all. */
async function waitedFor({ registry, clock }: ExampleRegistry, waitsMs: readonly number[]): Promise<Awaited<ReturnType<typeof outcomeOf>>> {
  const run = registry.generate('sd-3.5', REQUEST);
  const waits = waitsMs.values();
  return outcomeOf({
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        const step = await run.next();
        const isAnnouncement = step.done !== true && step.value.type === 'progress' && ['attempt', 'queued'].includes(step.value.stage);
        const waitMs = isAnnouncement ? (waits.next().value ?? 0) : 0;
        if (waitMs > 0) void letPass(clock, waitMs);
        return step;
      },
    }),
  });
}

/** Lets a wait pass that begins with the next step, and sees that it is not over a millisecond before. */
async function letPass(clock: ManualClock, waitMs: number): Promise<void> {
  // The deadline of the run and the wait.
  await clock.reachedPending(2);
  clock.advance(waitMs - 1);
  await settle();
  expect(clock.pending, `a wait of ${waitMs} ms was over before`).toBe(2);
  clock.advance(1);
}

const stages = (events: readonly ImageEvent[]): readonly unknown[] => events.map((event) => (event.type === 'progress' ? event.stage : event.type));

describe('the same provider, when nobody else is left', () => {
  it('is asked twice more, after 0.5 s and 1 s at the most', async () => {
    const a = scriptedOutcomes('a', full);
    const { error } = await waitedFor(exampleRegistry([a]), [500, 1000]);
    expect(error).toBeInstanceOf(UnavailableError);
    expect(a.generations).toHaveLength(3);
  });

  it('gives its image when it is well again, and tells of the attempts', async () => {
    const { events, error } = await waitedFor(exampleRegistry([scriptedOutcomes('a', limited(), full, 'image')]), [500, 1000]);
    expect(error).toBeUndefined();
    expect(events).toMatchObject([
      { stage: 'attempt', provider: 'a', attempt: 2, reason: 'rate_limit', message: 'a failed (rate_limit), trying it again' },
      { stage: 'attempt', provider: 'a', attempt: 3, reason: 'unavailable', message: 'a failed (unavailable), trying it again in 1 s' },
      { type: 'image' },
    ]);
  });

  it('is asked when it said, and up to a tenth later', async () => {
    const a = scriptedOutcomes('a', limited(5000), 'image');
    expect((await waitedFor(exampleRegistry([a]), [5500])).error).toBeUndefined();
    expect((await waitedFor(exampleRegistry([scriptedOutcomes('a', limited(5000), 'image')], {}, (min) => min), [5000])).error).toBeUndefined();
    expect(a.generations).toHaveLength(2);
  });

  it('is not waited for longer than a minute; later runs ask it after that time only', async () => {
    const a = scriptedOutcomes('a', limited(86_400_000), 'image');
    const { registry, clock } = exampleRegistry([a]);
    expect((await outcomeOf(registry.generate('sd-3.5', REQUEST))).error).toMatchObject({ code: 'rate_limit', retryAfterMs: 86_400_000 });
    clock.advance(1000);
    expect((await outcomeOf(registry.generate('sd-3.5', REQUEST))).error).toMatchObject({
      code: 'unavailable', retryAfterMs: 86_399_000, billed: 'no', message: 'No request was sent for "sd-3.5": a rests for 86399 s (rate_limit).',
    });
    expect(a.generations).toHaveLength(1);
    clock.advance(86_399_000);
    expect((await outcomeOf(registry.generate('sd-3.5', REQUEST))).error).toBeUndefined();
  });

  it('is waited for by a run that comes while it rests for a minute at the most', async () => {
    const a = scriptedOutcomes('a', limited(60_000), 'image');
    const example = exampleRegistry([a], { retries: 0 });
    expect((await outcomeOf(example.registry.generate('sd-3.5', REQUEST))).error).toMatchObject({ code: 'rate_limit' });
    const { events } = await waitedFor(example, [60_000]);
    expect(events).toMatchObject([{ stage: 'queued', message: 'a rests, trying it in 60 s' }, { type: 'image' }]);
  });

  it('is asked as often as the application says', async () => {
    const a = scriptedOutcomes('a', full);
    await outcomeOf(exampleRegistry([a], { retries: 0 }).registry.generate('sd-3.5', REQUEST));
    expect(a.generations).toHaveLength(1);
    expect(() => exampleRegistry([a], { retries: -1 })).toThrow('retries must be a whole number from 0.');
  });

  it.each<[string, () => ProviderError]>([
    ['may have been billed', () => new UnavailableError('x', { billed: 'maybe' })], ['is about the request', () => new RejectedError('x')],
    ['will stay', () => new NetworkError('x', { cause: Object.assign(new Error('x'), { code: 'ENOTFOUND' }) })], ['says that it should not', () => new UnavailableError('x', { retryable: false })],
  ])('is not asked again after a failure that %s', async (_what, error) => {
    const a = scriptedOutcomes('a', error);
    expect((await outcomeOf(exampleRegistry([a]).registry.generate('sd-3.5', REQUEST))).error).toBeInstanceOf(ProviderError);
    expect(a.generations).toHaveLength(1);
  });

  it('is asked again after a second when this machine has no sockets left, and nobody else is', async () => {
    const shortage = (): ProviderError => new NetworkError('x', { cause: Object.assign(new Error('x'), { code: 'EMFILE' }) });
    const [a, b] = [scriptedOutcomes('a', shortage, 'image'), scriptedOutcomes('b', 'image')];
    const { events } = await waitedFor(exampleRegistry([a, b]), [1500]);
    expect(events).toMatchObject([{ stage: 'attempt', provider: 'a' }, { type: 'image' }]);
    expect(b.created).toEqual([]);
  });

  it('is not asked more often than its budget allows, however many runs fail', async () => {
    const a = scriptedOutcomes('a', full, full, full, 'image', 'image', full);
    const example = exampleRegistry([a]);
    await waitedFor(example, [500, 1000]);
    for (let run = 0; run < 2; run += 1) await outcomeOf(example.registry.generate('sd-3.5', REQUEST));
    // The two retries that are free are used up, and three requests have earned a third of one.
    expect((await outcomeOf(example.registry.generate('sd-3.5', REQUEST))).error).toMatchObject({ code: 'unavailable', message: 'Full.' });
    expect(a.generations).toHaveLength(6);
  });
});

describe('the budget of a provider', () => {
  it('has a retry for every ten requests, those among them that fail', async () => {
    const a = scriptedOutcomes('a', full);
    // Nobody waits, so that no time gives retries away.
    const { registry } = exampleRegistry([a], {}, (min) => min);
    const generations: number[] = [];
    for (let run = 1; run <= 20; run += 1) {
      await outcomeOf(registry.generate('sd-3.5', REQUEST));
      generations.push(a.generations.length);
    }
    // The first run has the two that are free, the tenth and the twentieth one each.
    expect(generations).toEqual(Array.from({ length: 20 }, (_, run) => run + 3 + Math.floor((run + 1) / 10)));
  });
});

describe('the next provider', () => {
  it('is asked at once, before the first one is asked again', async () => {
    const [a, b] = [scriptedOutcomes('a', limited(5000)), scriptedOutcomes('b', 'image')];
    const { registry, clock } = exampleRegistry([a, b]);
    const { events } = await outcomeOf(registry.generate('sd-3.5', REQUEST));
    expect(events).toMatchObject([{ stage: 'attempt', provider: 'b', attempt: 2, reason: 'rate_limit' }, { type: 'image', provider: 'b' }]);
    expect([clock.now(), a.generations.length]).toEqual([0, 1]);
  });

  it('is the only one that is asked while the first one rests', async () => {
    const [a, b] = [scriptedOutcomes('a', () => new QuotaExceededError('x'), 'image'), scriptedOutcomes('b', 'image')];
    const { registry, clock } = exampleRegistry([a, b]);
    await outcomeOf(registry.generate('sd-3.5', REQUEST));
    clock.advance(599_999);
    expect(stages((await outcomeOf(registry.generate('sd-3.5', REQUEST))).events)).toEqual(['image']);
    expect(a.generations).toHaveLength(1);
    clock.advance(1);
    expect((await outcomeOf(registry.generate('sd-3.5', REQUEST))).events).toMatchObject([{ provider: 'a' }]);
  });

  it('takes over for good from one that refuses the credential, which is said once', async () => {
    const [a, b] = [scriptedOutcomes('a', () => new AuthenticationError('x')), scriptedOutcomes('b', 'image')];
    const { registry, clock, warnings } = exampleRegistry([a, b]);
    for (let run = 0; run < 3; run += 1) {
      expect((await outcomeOf(registry.generate('sd-3.5', REQUEST))).error).toBeUndefined();
      clock.advance(86_400_000);
    }
    expect([a.generations.length, b.generations.length]).toEqual([1, 3]);
    expect(warnings.filter((line) => JSON.stringify(line).includes('credential'))).toEqual([['provider refused the credential and is not asked any more', { provider: 'a' }]]);
  });

  it('takes over from one that refuses the credential of several runs at once, and that is said once too', async () => {
    const { registry, warnings } = exampleRegistry([scriptedOutcomes('a', full, () => new AuthenticationError('x')), scriptedOutcomes('b', 'image')]);
    // So that something is known of the first one before.
    await outcomeOf(registry.generate('sd-3.5', REQUEST));
    await Promise.all([1, 2, 3].map(() => outcomeOf(registry.generate('sd-3.5', REQUEST))));
    expect(warnings.filter((line) => JSON.stringify(line).includes('credential'))).toHaveLength(1);
  });

  it('is asked before one that failed five times in a row, and not before one that was well in between', async () => {
    const failures = [full, full, full, full];
    const dead = exampleRegistry([scriptedOutcomes('a', ...failures, full, 'image'), scriptedOutcomes('b', 'image')]);
    const shaken = exampleRegistry([scriptedOutcomes('a', ...failures, 'image', full, 'image'), scriptedOutcomes('b', 'image')]);
    for (const [{ registry }, provider] of [[dead, 'b'], [shaken, 'a']] as const) {
      for (let run = 0; run < 6; run += 1) await outcomeOf(registry.generate('sd-3.5', REQUEST));
      expect((await outcomeOf(registry.generate('sd-3.5', REQUEST))).events).toMatchObject([{ type: 'image', provider }]);
    }
  });

  it('leaves no mark on the first one for a credential that came with the request', async () => {
    const [a, b] = [scriptedOutcomes('a', () => new AuthenticationError('x'), 'image'), scriptedOutcomes('b', 'image')];
    const { registry, warnings } = exampleRegistry([a, b]);
    await outcomeOf(registry.generate('sd-3.5', { ...REQUEST, apiKey: 'somebody' }));
    expect((await outcomeOf(registry.generate('sd-3.5', REQUEST))).events).toMatchObject([{ provider: 'a' }]);
    expect(warnings).toHaveLength(1);
  });

  it('leaves no mark on the first one for such a credential either when the first one is known', async () => {
    const [a, b] = [scriptedOutcomes('a', full, () => new AuthenticationError('x'), 'image'), scriptedOutcomes('b', 'image')];
    const { registry } = exampleRegistry([a, b]);
    await outcomeOf(registry.generate('sd-3.5', REQUEST));
    await outcomeOf(registry.generate('sd-3.5', { ...REQUEST, apiKey: 'somebody' }));
    expect((await outcomeOf(registry.generate('sd-3.5', REQUEST))).events).toMatchObject([{ provider: 'a' }]);
  });

  it('lets a dead one be tried again after 30 s, also when the loop over a first trial was left', async () => {
    const [failures, { promise: never }] = [[full, full, full, full, full], Promise.withResolvers<never>()];
    let calls = 0;
    const a = examplePlugin('a', {
      generate: async function* () {
        const failure = failures[calls];
        calls += 1;
        if (failure !== undefined) throw failure();
        yield step(1);
        if (calls === failures.length + 1) await never;
        yield image();
      },
    });
    const { registry, clock } = exampleRegistry([a, scriptedOutcomes('b', 'image')]);
    while (calls < failures.length) await outcomeOf(registry.generate('sd-3.5', REQUEST));
    clock.advance(30_000);
    const trial = registry.generate('sd-3.5', REQUEST);
    expect((await trial.next()).value).toMatchObject({ stage: 'step' });
    await trial.return();
    await settle();
    expect(stages((await outcomeOf(registry.generate('sd-3.5', REQUEST))).events)).toEqual(['step', 'image']);
  });

  it('is not asked after something was thrown that is no error of a provider, of which nobody knows what it cost', async () => {
    const odd = examplePlugin('odd');
    const broken = {
      ...odd,
      create: (...made: Parameters<typeof odd.create>) => Object.assign(odd.create(...made), { createAsyncGenerator: () => { throw new TypeError('no such thing'); } }),
    };
    for (const [plugins, calls] of [[[broken], 0], [[scriptedOutcomes('a', full), broken], 1]] as const) {
      const last = scriptedOutcomes('last', 'image');
      const { events, error } = await outcomeOf(exampleRegistry([...plugins, last]).registry.generate('sd-3.5', REQUEST));
      expect(error).toMatchObject({ code: 'plugin', provider: 'odd' });
      expect([events.length, last.created]).toEqual([calls, []]);
    }
  });

  it('is asked about what is too large for the first one', async () => {
    const { events } = await outcomeOf(exampleRegistry([scriptedOutcomes('a', () => new TooLargeError('x', undefined)), scriptedOutcomes('b', 'image')]).registry.generate('sd-3.5', REQUEST));
    expect(events.at(-1)).toMatchObject({ provider: 'b' });
  });

  it.each<[string, () => ProviderError, object]>([
    ['may have been billed', () => new UnavailableError('x', { billed: 'maybe' }), { onMaybeBilled: true }], ['is moderation', () => new ModerationError('x'), { onModeration: true }],
  ])('is asked after a failure that %s only where the application says so', async (_what, error, failOver) => {
    const plugins = [scriptedOutcomes('a', error), scriptedOutcomes('b', 'image')];
    expect((await outcomeOf(exampleRegistry(plugins).registry.generate('sd-3.5', REQUEST))).error).toMatchObject({ code: error().code });
    expect((await outcomeOf(exampleRegistry(plugins, { failOver }).registry.generate('sd-3.5', REQUEST))).events.at(-1)).toMatchObject({ provider: 'b' });
  });

  it('is the first one again when the others fail too', async () => {
    const [a, b] = [scriptedOutcomes('a', full, 'image'), scriptedOutcomes('b', () => new NetworkError('x', { retryable: false }))];
    const { events } = await waitedFor(exampleRegistry([a, b]), [0, 500]);
    expect(events).toMatchObject([{ stage: 'attempt', provider: 'b', attempt: 2 }, { stage: 'attempt', provider: 'a', attempt: 3 }, { provider: 'a' }]);
  });

  it('ends the run with every attempt when none of them gives the image', async () => {
    const { error } = await waitedFor(exampleRegistry([scriptedOutcomes('a', full), scriptedOutcomes('b', () => new RejectedError('Bad.'))]), []);
    expect(error).toMatchObject({
      code: 'all_providers_failed', message: 'No provider could serve "sd-3.5". a: Full. b: Bad.',
      attempts: [{ provider: 'a', ms: 0, error: { code: 'unavailable' } }, { provider: 'b', ms: 0, error: { code: 'rejected' } }],
    });
  });

  it('ends the run with how long every attempt took', async () => {
    const slow = (id: string, ms: number): ExamplePlugin => examplePlugin(id, {
      generate: async function* () {
        yield step(1);
        clock.advance(ms);
        throw new NetworkError('x', { retryable: false });
      },
    });
    const { registry, clock } = exampleRegistry([slow('a', 700), slow('b', 300)]);
    clock.advance(5000);
    expect((await outcomeOf(registry.generate('sd-3.5', REQUEST))).error).toMatchObject({ attempts: [{ provider: 'a', ms: 700 }, { provider: 'b', ms: 300 }] });
  });

  it('finds that all are resting, and nobody is asked', async () => {
    const [a, b] = [scriptedOutcomes('a', () => new QuotaExceededError('x')), scriptedOutcomes('b', () => new AuthenticationError('x'))];
    const { registry } = exampleRegistry([a, b]);
    await outcomeOf(registry.generate('sd-3.5', REQUEST));
    expect((await outcomeOf(registry.generate('sd-3.5', REQUEST))).error).toMatchObject({
      code: 'unavailable', retryAfterMs: 600_000, message: 'No request was sent for "sd-3.5": a rests for 600 s (quota_exceeded), b refused the credential.',
    });
    expect((await outcomeOf(registry.generate('b/sd-3.5', REQUEST))).error).toMatchObject({ code: 'authentication', retryable: false });
    expect([a.generations.length, b.generations.length]).toEqual([1, 1]);
  });
});

describe('a preview', () => {
  it('is superseded as soon as its attempt is dead, and not before', async () => {
    const a = examplePlugin('a', { generate: async function* () { yield preview(); throw full(); } });
    const b = examplePlugin('b', { generate: async function* () { yield preview(); yield image(); } });
    const { events } = await outcomeOf(exampleRegistry([a, b]).registry.generate('sd-3.5', REQUEST));
    expect(events).toMatchObject([{ type: 'preview', superseded: true }, { stage: 'attempt' }, { type: 'preview', superseded: false }, { type: 'image' }]);
    const run = exampleRegistry([a, b]).registry.generate('sd-3.5', REQUEST);
    const { value } = await run.next();
    expect(value).toMatchObject({ type: 'preview', superseded: false });
    await run.next();
    expect(value).toMatchObject({ superseded: true });
  });
});

describe('a run that goes on elsewhere', () => {
  it('lets nothing run ahead of its loop', async () => {
    let made = 0;
    const busy = examplePlugin('b', { generate: async function* () { for (;;) { made += 1; yield step(made); } } });
    const run = exampleRegistry([scriptedOutcomes('a', full), busy]).registry.generate('sd-3.5', REQUEST);
    for (let event = 0; event < 3; event += 1) await run.next();
    await settle();
    expect(made).toBe(2);
    await run.return();
  });

  it.each(['is aborted', 'is left'])('settles at once and leaves nothing when it %s while it waits', async (end) => {
    const { registry, controller, leftovers, clock } = exampleRegistry([scriptedOutcomes('a', limited(30_000))]);
    const run = registry.generate('sd-3.5', { ...REQUEST, signal: controller.signal });
    expect((await run.next()).value).toMatchObject({ stage: 'attempt', message: 'a failed (rate_limit), trying it again in 33 s' });
    const pending = run.next().catch((thrown: unknown) => thrown);
    await clock.reachedPending(2);
    if (end === 'is left') await run.return();
    else controller.abort('enough');
    expect(await pending).toMatchObject(end === 'is left' ? { done: true } : { code: 'aborted', cause: 'enough' });
    await settle();
    expect(leftovers()).toEqual(NOTHING_LEFT);
    expect(await run.next()).toEqual({ done: true, value: undefined });
  });

  it('closes the attempt that is under way when its loop is left', async () => {
    let cleaned = 0;
    const b = examplePlugin('b', { generate: async function* () { try { yield step(1); yield step(2); } finally { cleaned += 1; } } });
    const { registry, leftovers } = exampleRegistry([scriptedOutcomes('a', full), b]);
    const run = registry.generate('sd-3.5', REQUEST);
    await run.next();
    await run.next();
    await run.return();
    await settle();
    expect(cleaned).toBe(1);
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });

  it('ends by its deadline while it waits', async () => {
    const { registry, clock, leftovers } = exampleRegistry([scriptedOutcomes('a', limited(30_000))]);
    const run = registry.generate('sd-3.5', { ...REQUEST, timeoutMs: 20_000 });
    await run.next();
    const pending = run.next().catch((thrown: unknown) => thrown);
    await clock.reachedPending(2);
    clock.advance(20_000);
    expect(await pending).toMatchObject({ code: 'timeout', phase: 'total' });
    await settle();
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });
});
