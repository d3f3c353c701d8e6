import { beforeAll, describe, expect, it, vi } from 'vitest';
import { NetworkError } from '../errors/network-error.ts';
import type { ImageEvent } from '../events/image-event.ts';
import type { ImageRequest } from '../request/image-request.ts';
import { createBarrier, settle, type Barrier } from '../testing/barrier.ts';
import { examplePlugin, type ExamplePlugin } from '../testing/example-plugin.ts';
import { exampleRegistry, type ExampleRegistry } from '../testing/example-registry.ts';
import { NOTHING_LEFT, image, outcomeOf } from '../testing/example-run.ts';
import { scriptedOutcomes } from '../testing/scripted-plugin.ts';
import type { Rate } from './rate.ts';

const REQUEST: ImageRequest = { prompt: 'a castle' };

/** A plugin whose calls paint until the test lets each of them go. */
function heldPlugin(id: string, rate?: Rate): { readonly plugin: ExamplePlugin; readonly calls: Barrier[] } {
  const calls: Barrier[] = [];
  const plugin = examplePlugin(id, {
    images: 4,
    generate: async function* () {
      const call = createBarrier();
      calls.push(call);
      await call.reached;
      yield image();
    },
  });
  return { plugin: rate === undefined ? plugin : { ...plugin, rate }, calls };
}

// So that the first call of a test need not wait for it longer than the others.
beforeAll(async () => { await import('./call-queue.ts'); });

const ways: readonly (readonly [string, (example: ExampleRegistry, request: ImageRequest) => AsyncGenerator<ImageEvent, void, undefined>])[] = [
  ['generate', ({ registry }, request) => registry.generate('sd-3.5', request)],
  ['resolve().createAsyncGenerator', ({ registry }, request) => registry.resolve('sd-3.5').createAsyncGenerator(request)],
];

describe.each(ways)('the places for calls, by %s', (_way, start) => {
  it('are as many as the application says, and who waits is told', async () => {
    const { plugin, calls } = heldPlugin('a');
    const example = exampleRegistry([plugin], { rates: { a: { concurrency: 2 } } });
    const runs = [1, 2, 3, 4].map(() => outcomeOf(start(example, REQUEST)));
    await vi.waitFor(() => { expect(calls).toHaveLength(2); });
    calls[1]?.open();
    await settle();
    expect(calls).toHaveLength(3);
    for (const call of calls) call.open();
    await settle();
    calls[3]?.open();
    expect((await Promise.all(runs)).map(({ events }) => events.map((event) => (event.type === 'progress' ? event.queuePosition : event.type)))).toEqual([['image'], ['image'], [0, 'image'], [1, 'image']]);
    expect(example.leftovers()).toEqual(NOTHING_LEFT);
  });

  it('are given back once, however a run ends', async () => {
    const { plugin, calls } = heldPlugin('a');
    const example = exampleRegistry([plugin], { rates: { a: { concurrency: 1 } } });
    const aborted = new AbortController();
    const first = start(example, { ...REQUEST, signal: aborted.signal });
    const [pending, next] = [first.next().catch((thrown: unknown) => thrown), start(example, REQUEST)];
    await vi.waitFor(() => { expect(calls).toHaveLength(1); });
    expect((await next.next()).value).toMatchObject({ stage: 'queued', queuePosition: 0 });
    aborted.abort('enough');
    expect(await pending).toMatchObject({ code: 'aborted' });
    void next.next();
    await settle();
    await next.return();
    const last = outcomeOf(start(example, REQUEST));
    await settle();
    expect(calls).toHaveLength(3);
    calls[2]?.open();
    expect((await last).error).toBeUndefined();
    await settle();
    expect(example.leftovers()).toEqual(NOTHING_LEFT);
  });

  it.each(['is aborted', 'is left', 'is left at the news of waiting', 'has no time left'])('are not waited for any longer by a run that %s', async (end) => {
    const { plugin, calls } = heldPlugin('a');
    const example = exampleRegistry([plugin], { rates: { a: { concurrency: 1 } } });
    const { clock, controller, leftovers } = example;
    const busy = outcomeOf(start(example, REQUEST));
    await vi.waitFor(() => { expect(calls).toHaveLength(1); });
    const run = start(example, { ...REQUEST, signal: controller.signal, timeoutMs: 5000 });
    expect((await run.next()).value).toMatchObject({ stage: 'queued' });
    const pending = end === 'is left at the news of waiting' ? Promise.resolve('none') : run.next().catch((thrown: unknown) => thrown);
    await settle();
    if (end === 'is aborted') controller.abort('enough');
    else if (end === 'has no time left') clock.advance(5000);
    else await run.return();
    expect(await pending).toMatchObject({ 'is aborted': { code: 'aborted' }, 'has no time left': { code: 'timeout', phase: 'total' } }[end] ?? {});
    calls[0]?.open();
    expect((await busy).error).toBeUndefined();
    await settle();
    expect(calls).toHaveLength(1);
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });

  it('are given only so often within an interval, by the clock', async () => {
    const plugin = scriptedOutcomes('a', 'image');
    const example = exampleRegistry([plugin], { rates: { a: { perInterval: 2, intervalMs: 10_000 } } });
    const runs = [1, 2, 3, 4, 5].map(() => outcomeOf(start(example, REQUEST)));
    const begun = async (): Promise<number> => {
      await settle();
      return plugin.generations.length;
    };
    await vi.waitFor(() => { expect(plugin.generations).toHaveLength(2); });
    example.clock.advance(9999);
    expect(await begun()).toBe(2);
    example.clock.advance(1);
    expect(await begun()).toBe(4);
    example.clock.advance(10_000);
    expect(await begun()).toBe(5);
    expect((await Promise.all(runs)).map(({ error }) => error)).toEqual(Array.from({ length: 5 }));
    expect(example.leftovers()).toEqual(NOTHING_LEFT);
  });

  it('may be waited for longer than a call may stand still', async () => {
    const { plugin, calls } = heldPlugin('a');
    const example = exampleRegistry([plugin], { rates: { a: { concurrency: 1 } }, timeouts: { progressMs: 5000 } });
    const busy = start(example, REQUEST).next().catch((thrown: unknown) => thrown);
    await vi.waitFor(() => { expect(calls).toHaveLength(1); });
    const run = outcomeOf(start(example, REQUEST));
    await settle();
    example.clock.advance(5000);
    expect(await busy).toMatchObject({ phase: 'progress' });
    await settle();
    calls[1]?.open();
    expect((await run).error).toBeUndefined();
  });
});

describe('rates', () => {
  it('are the plugin\'s own where the application names none', async () => {
    const { plugin, calls } = heldPlugin('a', { concurrency: 1 });
    const { registry } = exampleRegistry([plugin]);
    const runs = [registry.generate('sd-3.5', REQUEST), registry.resolve('sd-3.5').createAsyncGenerator(REQUEST)];
    const outcomes = runs.map(outcomeOf);
    await settle();
    expect(calls).toHaveLength(1);
    const other = exampleRegistry([plugin], { rates: { a: { concurrency: 2 } } });
    outcomes.push(...[1, 2, 3].map(() => outcomeOf(other.registry.generate('sd-3.5', REQUEST))));
    await settle();
    expect(calls).toHaveLength(3);
    await registry[Symbol.asyncDispose]();
    await other.registry[Symbol.asyncDispose]();
    for (const { error } of await Promise.all(outcomes)) expect(error).toMatchObject({ code: 'aborted' });
  });

  it('hold for every call of several images', async () => {
    const { plugin, calls } = heldPlugin('a');
    const run = outcomeOf(exampleRegistry([plugin], { rates: { a: { concurrency: 2 } } }).registry.generate('sd-3.5', { ...REQUEST, n: 4 }));
    for (let done = 0; done < 4; done += 1) {
      // What makes several images is loaded first.
      await expect.poll(() => calls.length).toBeGreaterThanOrEqual(Math.min(done + 2, 4));
      await settle();
      expect(calls).toHaveLength(Math.min(done + 2, 4));
      calls[done]?.open();
    }
    const { events, error } = await run;
    expect(error).toBeUndefined();
    expect(events.filter(({ type }) => type === 'image')).toHaveLength(4);
  });

  it('free the place of a failed attempt for the next one', async () => {
    const a = scriptedOutcomes('a', () => new NetworkError('x'), 'image');
    const { registry, clock } = exampleRegistry([a], { rates: { a: { concurrency: 1 } } });
    const run = registry.generate('sd-3.5', REQUEST);
    expect((await run.next()).value).toMatchObject({ stage: 'attempt' });
    const last = run.next();
    await clock.reachedPending(2);
    clock.advance(500);
    expect((await last).value).toMatchObject({ type: 'image' });
  });

  it.each([
    [{ b: {} }, 'rates names "b", which is no plugin; there are a.'], [{ a: { concurrency: 0 } }, 'rates.a.concurrency must be a whole number from 1'],
    [{ a: { perInterval: 1.5 } }, 'rates.a.perInterval must be a whole number from 1'], [{ a: { intervalMs: -1 } }, 'rates.a.intervalMs must be a whole number from 1'],
  ])('that are none are refused at once: %j', (rates, message) => {
    expect(() => exampleRegistry([scriptedOutcomes('a', 'image')], { rates })).toThrow(message);
  });
});
