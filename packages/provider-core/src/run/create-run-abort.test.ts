import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { AbortedError } from '../errors/aborted-error.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { createBarrier, settle, type Barrier } from '../testing/barrier.ts';
import { exampleRun, image, NOTHING_LEFT, outcomeOf, step, type Generate } from '../testing/example-run.ts';

/** A plugin that pays no heed to its signal: it gives one step and then sleeps until the barrier opens. */
function deafPlugin(): { readonly generate: Generate; readonly asleep: Barrier; readonly wake: Barrier; readonly seen: { cleaned: number } } {
  const [asleep, wake, seen] = [createBarrier(), createBarrier(), { cleaned: 0 }];
  const generate: Generate = async function* () {
    try {
      yield step(1);
      asleep.open();
      await wake.reached;
      yield step(2);
      yield image();
    } finally {
      seen.cleaned += 1;
    }
  };
  return { generate, asleep, wake, seen };
}

describe('an abort by the caller', () => {
  it('ends the run at once, although the plugin pays no heed to its signal', async () => {
    const { generate, asleep, wake, seen } = deafPlugin();
    const { run, controller, leftovers } = exampleRun(generate);
    await run.next();
    const pending = run.next().catch((thrown: unknown) => thrown);
    await asleep.reached;
    controller.abort('closed the page');
    const error = await pending;
    expect(error).toBeInstanceOf(AbortedError);
    expect(error).toMatchObject({ code: 'aborted', cause: 'closed the page', provider: 'example' });
    expect(leftovers()).toEqual(NOTHING_LEFT);
    expect(await run.next()).toEqual({ done: true, value: undefined });
    wake.open();
    await settle();
    expect(seen.cleaned).toBe(1);
  });

  it('ends the run also when it comes between two events', async () => {
    const { generate, wake, seen } = deafPlugin();
    const { run, controller, leftovers } = exampleRun(generate);
    await run.next();
    controller.abort('between');
    await expect(run.next()).rejects.toMatchObject({ code: 'aborted', cause: 'between' });
    expect(leftovers()).toEqual(NOTHING_LEFT);
    wake.open();
    await settle();
    expect(seen.cleaned).toBe(1);
  });

  it('lets go of timer and signal between two events already, even if nobody asks for more', async () => {
    const { generate } = deafPlugin();
    const { run, controller, leftovers } = exampleRun(generate);
    await run.next();
    controller.abort();
    expect(leftovers()).toEqual(NOTHING_LEFT);
    await expect(run.next()).rejects.toBeInstanceOf(AbortedError);
  });

  it('never starts the plugin when the signal is aborted before', async () => {
    let started = false;
    const controller = new AbortController();
    controller.abort('before');
    const { run, leftovers } = exampleRun(async function* () {
      started = true;
      yield image();
    }, { controller });
    expect((await outcomeOf(run)).error).toMatchObject({ code: 'aborted', cause: 'before' });
    expect(started).toBe(false);
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });

  it('has no effect after the image', async () => {
    const { run, controller } = exampleRun(async function* () { yield image(); });
    await run.next();
    controller.abort();
    expect(await run.next()).toEqual({ done: true, value: undefined });
  });

  it('has no effect after the loop was left', async () => {
    const { generate } = deafPlugin();
    const { run, controller } = exampleRun(generate);
    await run.next();
    await run.return();
    controller.abort();
    expect(await run.next()).toEqual({ done: true, value: undefined });
  });

  it('reaches the plugin with the reason of the caller', async () => {
    let reason: unknown;
    const { run, controller } = exampleRun(async function* ({ signal }) {
      yield step(1);
      await new Promise((_resolve, reject) => { signal.addEventListener('abort', () => { reject(new Error('noticed')); reason = signal.reason; }); });
    });
    await run.next();
    const pending = run.next().catch((thrown: unknown) => thrown);
    await settle();
    controller.abort('enough');
    expect(await pending).toMatchObject({ code: 'aborted', cause: 'enough' });
    expect(reason).toBe('enough');
  });

  it('says what the caller said, if that is an error of ours', async () => {
    const { generate } = deafPlugin();
    const { run, controller } = exampleRun(generate);
    await run.next();
    const reason = new ConfigurationError('Wrong from the start.');
    controller.abort(reason);
    await expect(run.next()).rejects.toBe(reason);
  });

  it('lets go of the signal after every kind of end', async () => {
    const controller = new AbortController();
    const ends: Readonly<Record<string, Generate>> = {
      image: async function* () { yield image(); },
      'no image': async function* () { yield step(1); },
      error: async function* () { yield step(1); throw new Error('x'); },
    };
    for (const [name, generate] of Object.entries(ends)) {
      await outcomeOf(exampleRun(generate, { controller }).run);
      expect(getEventListeners(controller.signal, 'abort'), name).toEqual([]);
    }
    const left = exampleRun(async function* () { yield step(1); yield image(); }, { controller });
    await left.run.next();
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
    await left.run.return();
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });
});

describe('the deadline of a run', () => {
  it('ends the run at the requested time, with a bill that is open', async () => {
    const { generate, asleep } = deafPlugin();
    const { run, clock, leftovers } = exampleRun(generate, { request: { timeoutMs: 5000 } });
    await run.next();
    const pending = run.next().catch((thrown: unknown) => thrown);
    await asleep.reached;
    clock.advance(4999);
    expect(leftovers()).toEqual({ timers: 1, listeners: 1 });
    clock.advance(1);
    const error = await pending;
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ phase: 'total', timeoutMs: 5000, billed: 'maybe', provider: 'example', retryable: true });
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });

  it('is ten minutes when nothing is said', async () => {
    const { generate, asleep } = deafPlugin();
    const { run, clock } = exampleRun(generate);
    await run.next();
    const pending = run.next().catch((thrown: unknown) => thrown);
    await asleep.reached;
    clock.advance(600_000);
    expect(await pending).toMatchObject({ code: 'timeout', timeoutMs: 600_000 });
  });

  it('counts from the first next(), not from the call', async () => {
    const { run, clock } = exampleRun(async function* () { yield image(); }, { request: { timeoutMs: 1000 } });
    clock.advance(5000);
    expect((await run.next()).value).toMatchObject({ type: 'image' });
  });

  it('runs on while the consumer is busy', async () => {
    const { generate } = deafPlugin();
    const { run, clock } = exampleRun(generate, { request: { timeoutMs: 1000 } });
    await run.next();
    clock.advance(1000);
    await expect(run.next()).rejects.toMatchObject({ code: 'timeout', phase: 'total' });
  });
});

describe('the end of the registry that a run came from', () => {
  it('ends the run, before and during it', async () => {
    const lifetime = new AbortController();
    const { generate, asleep } = deafPlugin();
    const { run, leftovers } = exampleRun(generate, { lifetime: lifetime.signal });
    await run.next();
    const pending = run.next().catch((thrown: unknown) => thrown);
    await asleep.reached;
    lifetime.abort(new AbortedError('The registry was disposed.'));
    expect(await pending).toMatchObject({ code: 'aborted', message: 'The registry was disposed.' });
    expect(leftovers()).toEqual(NOTHING_LEFT);
    expect(getEventListeners(lifetime.signal, 'abort')).toEqual([]);
    const late = exampleRun(generate, { lifetime: lifetime.signal });
    await expect(late.run.next()).rejects.toMatchObject({ code: 'aborted' });
  });
});
