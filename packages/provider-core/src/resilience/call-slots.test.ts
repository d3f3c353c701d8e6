import { getEventListeners } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PluginEvent } from '../events/image-event.ts';
import { createBarrier, settle, type Barrier } from '../testing/barrier.ts';
import { image, step } from '../testing/example-run.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { createCallSlots, type CallSlots } from './call-slots.ts';
import type { Rate } from './rate.ts';

/** One call of a provider whose caller's signal goes on when the call is over, as that of a registry does. */
interface HeldCall {
  readonly events: AsyncGenerator<PluginEvent, void, undefined>;
  readonly controller: AbortController;
  readonly hold: Barrier;
  hasBegun: boolean;
}

async function slotsWith(rate: Rate): Promise<{ readonly clock: ManualClock; readonly call: () => HeldCall; readonly slots: CallSlots }> {
  // So that the first call need not wait for it longer than the others.
  await import('./call-queue.ts');
  const clock = new ManualClock();
  const slots = createCallSlots('rate', rate, () => clock);
  const call = (): HeldCall => {
    const [controller, hold] = [new AbortController(), createBarrier()];
    const held: HeldCall = {
      controller,
      hold,
      hasBegun: false,
      events: slots.run(controller.signal, async function* () {
        held.hasBegun = true;
        yield step(1);
        await hold.reached;
        yield image();
      }),
    };
    onTestFinished(async () => {
      hold.open();
      await held.events.return();
    });
    return held;
  };
  return { clock, call, slots };
}

describe('a place for calls', () => {
  it.each(['came to its end', 'was left', 'failed'])('is free again when its call %s, and nothing is left on the signal', async (end) => {
    const { call, slots } = await slotsWith({ concurrency: 1 });
    const first = end === 'failed' ? { ...call(), events: slots.run(new AbortController().signal, () => { throw new RangeError('x'); }) } : call();
    if (end === 'failed') await expect(first.events.next()).rejects.toThrow(RangeError);
    else expect((await first.events.next()).value).toMatchObject({ stage: 'step' });
    const second = call();
    if (end !== 'failed') expect((await second.events.next()).value).toMatchObject({ stage: 'queued', queuePosition: 0 });
    const begins = second.events.next();
    first.hold.open();
    if (end === 'came to its end') while ((await first.events.next()).done !== true);
    if (end === 'was left') await first.events.return();
    expect((await begins).value).toMatchObject({ stage: 'step' });
    expect(getEventListeners(first.controller.signal, 'abort')).toEqual([]);
  });

  it('is not waited for by a call that was left before its turn', async () => {
    const { call } = await slotsWith({ concurrency: 1 });
    const [first, second, third] = [call(), call(), call()];
    await first.events.next();
    expect((await second.events.next()).value).toMatchObject({ queuePosition: 0 });
    expect((await third.events.next()).value).toMatchObject({ queuePosition: 1 });
    await second.events.return();
    expect(getEventListeners(second.controller.signal, 'abort')).toEqual([]);
    expect((await call().events.next()).value).toMatchObject({ queuePosition: 1 });
    const begins = third.events.next();
    await first.events.return();
    expect((await begins).value).toMatchObject({ stage: 'step' });
    expect(second.hasBegun).toBe(false);
  });

  it('is not given to a call that was aborted while it waited', async () => {
    const { call } = await slotsWith({ concurrency: 1 });
    const [first, second] = [call(), call()];
    await first.events.next();
    await second.events.next();
    const waits = second.events.next();
    second.controller.abort(new RangeError('enough'));
    await expect(waits).rejects.toThrow('enough');
    await first.events.return();
    await settle();
    expect(second.hasBegun).toBe(false);
  });

  it('is waited for by whoever comes after so many calls within an interval, and each is told how many are before it', async () => {
    const { call, clock } = await slotsWith({ perInterval: 1, intervalMs: 1000 });
    expect((await call().events.next()).value).toMatchObject({ stage: 'step' });
    const [second, third] = [call(), call()];
    expect((await second.events.next()).value).toMatchObject({ stage: 'queued', queuePosition: 0 });
    expect((await third.events.next()).value).toMatchObject({ stage: 'queued', queuePosition: 1 });
    clock.advance(1000);
    expect((await second.events.next()).value).toMatchObject({ stage: 'step' });
    expect((await call().events.next()).value).toMatchObject({ queuePosition: 1 });
  });
});
