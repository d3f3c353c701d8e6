import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PluginError } from '../errors/plugin-error.ts';
import type { PluginEvent } from '../events/image-event.ts';
import { ImageProgress } from '../events/image-progress.ts';
import { createBarrier, settle } from '../testing/barrier.ts';
import { exampleRun, image, NOTHING_LEFT, outcomeOf, step, type Generate } from '../testing/example-run.ts';

const DONE = { done: true, value: undefined };

/** What nobody caught while a test ran. */
const uncaught: unknown[] = [];
const note = (thrown: unknown): void => { uncaught.push(thrown); };

beforeEach(() => {
  uncaught.length = 0;
  process.on('unhandledRejection', note);
});

afterEach(async () => {
  // Node tells of an unhandled rejection a turn later.
  await settle();
  process.off('unhandledRejection', note);
  expect(uncaught).toEqual([]);
});

/** A generator written by hand, which keeps to no rule of generators. */
function unruly(next: () => unknown, leave: () => unknown = () => Promise.resolve(DONE)): Generate {
  const generator = { next, return: leave, throw: leave, [Symbol.asyncIterator]: () => generator };
  // As a plugin in JavaScript would, which no compiler holds back.
  return () => generator as unknown as AsyncGenerator<PluginEvent, void, undefined>;
}

describe('a plugin that never yields', () => {
  it('and ignores its signal is left alone by an abort, by return() and by the deadline', async () => {
    for (const end of ['abort', 'return', 'deadline'] as const) {
      const { run, controller, clock, leftovers } = exampleRun(unruly(() => new Promise(() => undefined), () => new Promise(() => undefined)));
      const pending = run.next().then(({ done }) => (done === true ? 'done' : 'event'), (thrown: unknown) => thrown);
      await settle();
      if (end === 'abort') controller.abort('enough');
      else if (end === 'return') expect(await run.return()).toEqual(DONE);
      else clock.advance(600_000);
      const answer = await pending;
      if (end === 'return') expect(answer).toBe('done');
      else expect(answer).toMatchObject(end === 'abort' ? { code: 'aborted', cause: 'enough' } : { phase: 'total', billed: 'maybe' });
      expect(leftovers(), end).toEqual(NOTHING_LEFT);
      expect(await run.next()).toEqual(DONE);
    }
  });
});

describe('a plugin that goes on when it is over', () => {
  it('is not heard: an event after the end of the run goes nowhere', async () => {
    const wake = createBarrier();
    const { run, controller, leftovers } = exampleRun(unruly(async () => {
      await wake.reached;
      return { done: false, value: step(9) };
    }));
    const pending = run.next().catch((thrown: unknown) => thrown);
    await settle();
    controller.abort();
    expect(await pending).toMatchObject({ code: 'aborted' });
    wake.open();
    await settle();
    expect(await run.next()).toEqual(DONE);
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });

  it('is not asked again after the image, whatever it would still yield', async () => {
    let asked = 0;
    const { run, leftovers } = exampleRun(unruly(() => {
      asked += 1;
      return Promise.resolve({ done: false, value: image() });
    }));
    expect((await outcomeOf(run)).events).toHaveLength(1);
    expect(await run.next()).toEqual(DONE);
    expect(asked).toBe(1);
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });

  it('rejects after the end, and nobody is told', async () => {
    const wake = createBarrier();
    const { run, leftovers } = exampleRun(unruly(async () => {
      await wake.reached;
      throw new Error('too late');
    }, () => Promise.reject(new Error('in the clean-up'))));
    const pending = run.next();
    await settle();
    await run.return();
    expect(await pending).toEqual(DONE);
    wake.open();
    await settle();
    expect(await run.next()).toEqual(DONE);
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });

  it('throws at once instead of cleaning up, and nobody is told', async () => {
    const { run, leftovers } = exampleRun(unruly(() => Promise.resolve({ done: false, value: step(1) }), () => {
      throw new Error('no return here');
    }));
    await run.next();
    expect(await run.return()).toEqual(DONE);
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });
});

describe('a plugin that throws', () => {
  it.each<[string, unknown]>([
    ['a text', 'oops'], ['a number', 42], ['null', null], ['a symbol', Symbol('x')], ['a function', () => undefined],
    ['an object without a prototype', Object.create(null)], ['an object that cannot be told', { toString: null, message: { toString: null } }],
    ['a frozen error', Object.freeze(new Error('frozen'))], ['a promise', Promise.resolve('x')],
  ])('%s ends with a PluginError', async (_what, thrown) => {
    const { run, leftovers } = exampleRun(unruly(async () => { throw thrown; }));
    const { error } = await outcomeOf(run);
    expect(error).toBeInstanceOf(PluginError);
    expect(error).toMatchObject({ billed: 'maybe', provider: 'example' });
    expect(await run.next()).toEqual(DONE);
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });

  it('an error whose words throw when they are read ends with a PluginError', async () => {
    const hostile = Object.defineProperty(new Error('x'), 'message', { get: () => { throw new Error('from the getter'); } });
    const { run, leftovers } = exampleRun(unruly(() => Promise.reject(hostile)));
    expect((await outcomeOf(run)).error).toBeInstanceOf(PluginError);
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });

  it('in the middle of next(), outside of any promise, ends with a PluginError', async () => {
    const { run, leftovers } = exampleRun(unruly(() => {
      throw new TypeError('synchronously');
    }));
    expect((await outcomeOf(run)).error).toMatchObject({ code: 'plugin', message: 'The plugin example failed: synchronously' });
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });

  it('in a listener of its signal takes nothing along: the run ends once, with the reason of the abort', async () => {
    const failures: unknown[] = [];
    const onUncaught = (thrown: unknown): void => { failures.push(thrown); };
    // What a listener throws belongs to no promise; a runtime reports it by itself.
    const others = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException').on('uncaughtException', onUncaught);
    try {
      const { run, controller, leftovers } = exampleRun(async function* ({ signal }) {
        signal.addEventListener('abort', () => { throw new Error('in the listener'); });
        yield step(1);
        await new Promise(() => undefined);
      });
      await run.next();
      const pending = run.next().catch((thrown: unknown) => thrown);
      await settle();
      controller.abort('enough');
      expect(await pending).toMatchObject({ code: 'aborted', cause: 'enough' });
      expect(await run.next()).toEqual(DONE);
      expect(leftovers()).toEqual(NOTHING_LEFT);
      await settle();
      expect(failures).toMatchObject([{ message: 'in the listener' }]);
    } finally {
      process.off('uncaughtException', onUncaught);
      for (const listener of others) process.on('uncaughtException', listener);
    }
  });
});

describe('a plugin that yields', () => {
  it.each<[string, unknown]>([
    ['something that is no event', 'text'], ['an event without a type', {}], ['nothing', undefined],
    ['an event whose type throws when it is read', { get type() { throw new Error('from the getter'); } }],
    ['an event of an unknown type', { type: 'surprise' }],
  ])('%s ends with a PluginError, and the thing reaches nobody', async (_what, value) => {
    const script = [{ done: false, value }, { done: true, value: undefined }];
    const { run, leftovers } = exampleRun(unruly(() => Promise.resolve(script.shift())));
    const { events, error } = await outcomeOf(run);
    expect(events).toEqual([]);
    expect(error).toBeInstanceOf(PluginError);
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });

  it('no result at all where one belongs ends with a PluginError', async () => {
    const { run, leftovers } = exampleRun(unruly(() => Promise.resolve(undefined)));
    expect((await outcomeOf(run)).error).toBeInstanceOf(PluginError);
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });

  it('a gigabyte in pieces keeps none of it: one event is held at a time', async () => {
    const block = 'x'.repeat(1024);
    let made = 0;
    const { run } = exampleRun(async function* () {
      for (; made < 2000; made += 1) yield new ImageProgress({ stage: 'log', message: block });
      yield image();
    });
    for (let taken = 1; taken <= 5; taken += 1) {
      await run.next();
      await settle();
      expect(made).toBeLessThanOrEqual(taken);
    }
    await run.return();
  });
});

describe('a consumer that throws in its loop', () => {
  it('gets its own error, once; the plugin is closed', async () => {
    let cleaned = 0;
    const { run, leftovers } = exampleRun(async function* () {
      try {
        yield step(1);
        yield image();
      } finally {
        cleaned += 1;
      }
    });
    const failure = new Error('in the hook');
    const loop = async (): Promise<void> => {
      for await (const event of run) {
        expect(event).toBeDefined();
        throw failure;
      }
    };
    await expect(loop()).rejects.toBe(failure);
    await settle();
    expect(cleaned).toBe(1);
    expect(await run.next()).toEqual(DONE);
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });
});
