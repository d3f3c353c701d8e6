import { describe, expect, it } from 'vitest';
import { AbortedError } from '../errors/aborted-error.ts';
import { createBarrier, settle } from '../testing/barrier.ts';
import { exampleRun, image, NOTHING_LEFT, scriptedPlugin, step } from '../testing/example-run.ts';

const DONE = { done: true, value: undefined };

describe('a loop that is left', () => {
  it.each([['break', false], ['throw', true]] as const)('closes the plugin on %s', async (_how, throws) => {
    const { generate, seen } = scriptedPlugin(() => step(1), () => step(2), image);
    const { run, leftovers } = exampleRun(generate);
    const failure = new Error('in the body of the loop');
    const loop = async (): Promise<void> => {
      for await (const event of run) {
        if (throws) throw failure;
        if (event.type === 'progress') break;
      }
    };
    if (throws) await expect(loop()).rejects.toBe(failure);
    else await loop();
    await settle();
    expect(seen).toEqual({ started: 1, cleaned: 1, aborted: true });
    expect(leftovers()).toEqual(NOTHING_LEFT);
    expect(await run.next()).toEqual(DONE);
  });

  it('closes the plugin on return() and on disposal', async () => {
    for (const leave of ['return', 'dispose'] as const) {
      const { generate, seen } = scriptedPlugin(() => step(1), image);
      const { run, leftovers } = exampleRun(generate);
      await run.next();
      expect(await (leave === 'return' ? run.return() : run[Symbol.asyncDispose]())).toEqual(leave === 'return' ? DONE : undefined);
      await settle();
      expect(seen).toEqual({ started: 1, cleaned: 1, aborted: true });
      expect(leftovers()).toEqual(NOTHING_LEFT);
    }
  });

  it('closes the plugin on throw() and gives the error back', async () => {
    const { generate, seen } = scriptedPlugin(() => step(1), image);
    const { run } = exampleRun(generate);
    await run.next();
    const failure = new Error('thrown in');
    await expect(run.throw(failure)).rejects.toBe(failure);
    await settle();
    expect(seen.cleaned).toBe(1);
    expect(await run.next()).toEqual(DONE);
  });

  it('never starts the plugin when it is left before the first event', async () => {
    const { generate, seen } = scriptedPlugin(image);
    const { run } = exampleRun(generate);
    await run.return();
    expect(await run.next()).toEqual(DONE);
    expect(seen.started).toBe(0);
  });

  it('settles a pending next() as over when return() is called, even if the plugin never wakes up', async () => {
    const started = createBarrier();
    const { run, leftovers } = exampleRun(async function* () {
      started.open();
      await new Promise(() => undefined);
      yield image();
    });
    const [first, second] = [run.next(), run.next()];
    await started.reached;
    expect(await run.return()).toEqual(DONE);
    expect(await first).toEqual(DONE);
    expect(await second).toEqual(DONE);
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });

  it('gives no event that was on its way when return() was called', async () => {
    const wake = createBarrier();
    const { run } = exampleRun(async function* () {
      await wake.reached;
      yield step(1);
    });
    const pending = run.next();
    await settle();
    wake.open();
    await Promise.all([run.return(), run.return()]);
    expect(await pending).toEqual(DONE);
  });

  it('shows the plugin an AbortedError as the reason', async () => {
    let reason: unknown;
    const { run } = exampleRun(async function* ({ signal }) {
      signal.addEventListener('abort', () => { reason = signal.reason; });
      yield step(1);
    });
    await run.next();
    await run.return();
    expect(reason).toBeInstanceOf(AbortedError);
  });
});
