import { describe, expect, it } from 'vitest';
import { AuthenticationError } from '../errors/authentication-error.ts';
import { NetworkError } from '../errors/network-error.ts';
import { exampleRegistry } from '../testing/example-registry.ts';
import { NOTHING_LEFT, outcomeOf } from '../testing/example-run.ts';
import { scriptedOutcomes } from '../testing/scripted-plugin.ts';
import { seededChance } from '../testing/seeded-chance.ts';
import { LASTING, MAYBE_BILLED, PASSING, simulate, type SimulationResult } from '../testing/simulation.ts';

const REQUESTS = 3000;
const everyMs = 100;
const SEEDS = [1, 3];
const EVERY_FAULT = [...PASSING, ...MAYBE_BILLED, ...LASTING];

/**
 * What holds whatever the providers do.
 *
 * The budget counts at each provider apart: calls for each request that reached it. That is the load that retries add to a
 * service in trouble, and what the budget bounds: a tenth more, and two retries a minute that are free. Calls for each request
 * over all providers are no such figure: they cannot be fewer than one for each provider that fails, so where all three fail three
 * calls in ten for no reason that lasts, 1 + 0.3 + 0.09 is the least with which 97 % succeed.
 */
function expectSound({ providers, minutes, wrongFinals, wrongPreviews, leftovers }: SimulationResult): void {
  for (const { calls, requests } of providers) expect(calls).toBeLessThanOrEqual(1.1 * requests + 2 * (minutes + 1));
  expect({ wrongFinals, wrongPreviews, leftovers }).toEqual({ wrongFinals: 0, wrongPreviews: 0, leftovers: NOTHING_LEFT });
}

describe.each(SEEDS)('three providers, seed %i', (seed) => {
  it.each([0, 1, 2])('of which two fail three calls in ten in every way and number %i is well: nobody notices, for 1.1 calls a request', async (well) => {
    const result = await simulate({ seed, requests: REQUESTS, everyMs, faults: EVERY_FAULT, failOver: { onMaybeBilled: true }, fails: (provider, _now, chance) => chance() < (provider === well ? 0 : 0.3) });
    expectSound(result);
    expect(result.successes / REQUESTS).toBeGreaterThanOrEqual(0.999);
    expect(result.calls / REQUESTS).toBeLessThanOrEqual(1.1);
  });

  it('of which two fail three calls in ten in ways that pass: the same', async () => {
    const result = await simulate({ seed, requests: REQUESTS, everyMs, faults: [...PASSING, ...MAYBE_BILLED], failOver: { onMaybeBilled: true }, fails: (provider, _now, chance) => chance() < (provider === 2 ? 0 : 0.3) });
    expectSound(result);
    expect(result.successes / REQUESTS).toBeGreaterThanOrEqual(0.999);
    expect(result.calls / REQUESTS).toBeLessThanOrEqual(1.1);
  });

  it('that are down three minutes in ten, never all at once: the same', async () => {
    const isDown = outages(seed);
    const result = await simulate({ seed, requests: REQUESTS, everyMs, faults: [...PASSING, ...MAYBE_BILLED], failOver: { onMaybeBilled: true }, fails: isDown });
    expectSound(result);
    expect(result.successes / REQUESTS).toBeGreaterThanOrEqual(0.999);
    expect(result.calls / REQUESTS).toBeLessThanOrEqual(1.1);
  });

  it('that all fail three calls in ten: the budget holds, and nearly all succeed', async () => {
    const result = await simulate({ seed, requests: 1000, everyMs, faults: PASSING, fails: (_provider, _now, chance) => chance() < 0.3 });
    expectSound(result);
    expect(result.successes / 1000).toBeGreaterThanOrEqual(0.97);
  });

  it('that are dead all at once: each is asked once for a request, and no storm of retries follows', async () => {
    const result = await simulate({ seed, requests: 200, everyMs, faults: PASSING, fails: () => true });
    expectSound(result);
    expect(result.successes).toBe(0);
  });

  it('of which nobody may be called after a failure that may have been billed: nobody is', async () => {
    const result = await simulate({ seed, requests: 1000, everyMs, faults: MAYBE_BILLED, fails: (_provider, _now, chance) => chance() < 0.3 });
    expectSound(result);
    expect(result.calledAfterBill).toBe(0);
    expect(result.successes).toBeLessThan(1000);
  });
});

describe('a dead first provider', () => {
  it('costs later requests no wait and less than 5 ms', async () => {
    const b = scriptedOutcomes('b', 'image');
    for (const dead of [new AuthenticationError('x'), new NetworkError('x')]) {
      const a = scriptedOutcomes('a', () => dead);
      const { registry, clock } = exampleRegistry([a, b]);
      for (let request = 0; request < 5; request += 1) await outcomeOf(registry.generate('sd-3.5', { prompt: 'x' }));
      const before = a.generations.length;
      const times: number[] = [];
      for (let request = 0; request < 101; request += 1) {
        const startedAt = performance.now();
        expect((await outcomeOf(registry.generate('sd-3.5', { prompt: 'x' }))).events).toHaveLength(1);
        times.push(performance.now() - startedAt);
      }
      expect([a.generations.length, clock.now()]).toEqual([before, 0]);
      // The middle one, since another program may take the processor at any moment.
      expect(times.toSorted((left, right) => left - right)[50]).toBeLessThan(5);
    }
  });
});

/** Providers that are down for 40 s and well for 93 s on the average; the last one that is up stays up. */
function outages(seed: number): (provider: number, now: number) => boolean {
  const chance = seededChance(seed + 1000);
  const providers = [0, 1, 2].map(() => ({ isDown: false, until: -chance.unit() * 93_000 }));
  return (provider, now) => {
    for (const one of providers) {
      while (one.until <= now) {
        const others = providers.filter((other) => other !== one);
        one.isDown = !one.isDown && !others.every(({ isDown }) => isDown);
        one.until = Math.max(one.until, 0) - Math.log(1 - chance.unit()) * (one.isDown ? 40_000 : 93_000);
      }
    }
    return providers[provider]?.isDown ?? false;
  };
}
