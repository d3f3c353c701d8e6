import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { TimeoutError } from '../errors/timeout-error.ts';
import type { ImageEvent } from '../events/image-event.ts';
import { ImageProgress } from '../events/image-progress.ts';
import { settle } from '../testing/barrier.ts';
import { exampleRun, image, NOTHING_LEFT, preview, step, type ExampleRun } from '../testing/example-run.ts';

const PROGRESS_MS = 300_000;

/** A run whose events the test hands in one by one, as a plugin that only hears its signal would give them. */
function watchedRun(timeoutMs = 24 * 3600 * 1000): ExampleRun & { readonly give: (event: ImageEvent) => Promise<void>; readonly seen: { aborted: unknown } } {
  let hand: (event: ImageEvent) => void = () => undefined;
  const seen: { aborted: unknown } = { aborted: undefined };
  const example = exampleRun(async function* ({ signal }) {
    signal.addEventListener('abort', () => { seen.aborted = signal.reason; });
    for (;;) yield await new Promise<ImageEvent>((resolve) => { hand = resolve; });
  }, { request: { timeoutMs }, progressTimeoutMs: PROGRESS_MS });
  return {
    ...example,
    seen,
    give: async (event) => {
      hand(event);
      await settle();
    },
  };
}

/** Asks for the next event and notes what comes of it. */
function ask({ run }: Pick<ExampleRun, 'run'>): { result: unknown } {
  const answer: { result: unknown } = { result: 'none' };
  run.next().then(({ value }) => { answer.result = value; }, (thrown: unknown) => { answer.result = thrown; });
  return answer;
}

describe('a run that says nothing new', () => {
  it('is given up after its time, with a bill that is open, and the plugin is told why', async () => {
    const example = watchedRun();
    const answer = ask(example);
    await settle();
    example.clock.advance(PROGRESS_MS - 1);
    await settle();
    expect(answer.result).toBe('none');
    example.clock.advance(1);
    await settle();
    expect(answer.result).toBeInstanceOf(TimeoutError);
    expect(answer.result).toMatchObject({ phase: 'progress', timeoutMs: PROGRESS_MS, billed: 'maybe', provider: 'example', retryable: true });
    expect(example.seen.aborted).toBe(answer.result);
    expect(example.leftovers()).toEqual(NOTHING_LEFT);
  });

  it.each<[string, () => ImageEvent]>([
    ['the same step', () => step(1)],
    ['the same place in the queue', () => new ImageProgress({ stage: 'queued', queuePosition: 3, etaSeconds: 60 })],
    ['the same words', () => new ImageProgress({ stage: 'log', message: 'still here' })],
  ])('is given up although it repeats %s', async (_what, event) => {
    const example = watchedRun();
    for (const second of [0, 100, 200]) {
      const answer = ask(example);
      await settle();
      if (second > 0) example.clock.advance(100_000);
      await example.give(event());
      expect(answer.result).toMatchObject({ type: 'progress' });
    }
    const answer = ask(example);
    example.clock.advance(99_999);
    await settle();
    expect(answer.result).toBe('none');
    example.clock.advance(1);
    await settle();
    expect(answer.result).toMatchObject({ phase: 'progress' });
  });
});

describe('a run that moves', () => {
  it.each<[string, (count: number) => ImageEvent]>([
    ['a move in the queue', (count) => new ImageProgress({ stage: 'queued', queuePosition: 9 - count })],
    ['a step', step],
    ['other words', (count) => new ImageProgress({ stage: 'log', message: `part ${count.toString()}` })],
    ['a change of stage', (count) => new ImageProgress({ stage: count % 2 === 0 ? 'started' : 'step' })],
    ['a preview, even the same one', preview],
  ])('has its time anew with %s', async (_what, event) => {
    const example = watchedRun();
    for (let count = 1; count <= 4; count += 1) {
      const answer = ask(example);
      await settle();
      example.clock.advance(PROGRESS_MS - 1);
      await example.give(event(count));
      expect(answer.result).toMatchObject({ type: event(count).type });
    }
    const answer = ask(example);
    example.clock.advance(PROGRESS_MS);
    await settle();
    expect(answer.result).toMatchObject({ phase: 'progress' });
  });

  it('has its time anew with a plain object of a plugin, and not with the same one again', async () => {
    const { run, clock } = exampleRun(async function* () {
      yield { type: 'progress', stage: 'step', step: 1 };
      yield { type: 'progress', stage: 'step', step: 1 };
      await new Promise(() => undefined);
    }, { progressTimeoutMs: PROGRESS_MS });
    await run.next();
    const second = run.next();
    await second;
    const answer = ask({ run });
    await settle();
    clock.advance(PROGRESS_MS);
    await settle();
    expect(answer.result).toMatchObject({ phase: 'progress' });
  });
});

describe('a consumer that takes its time', () => {
  it('does not use up the time of the provider', async () => {
    const example = watchedRun();
    let answer = ask(example);
    await settle();
    example.clock.advance(200_000);
    await example.give(step(1));
    example.clock.advance(3_600_000);
    expect(example.seen.aborted).toBeUndefined();
    answer = ask(example);
    await settle();
    example.clock.advance(100_000);
    await example.give(step(1));
    example.clock.advance(3_600_000);
    answer = ask(example);
    await settle();
    // A hundred seconds were used by the repeated step; the hours between did not count.
    example.clock.advance(199_999);
    await settle();
    expect(answer.result).toBe('none');
    example.clock.advance(1);
    await settle();
    expect(answer.result).toMatchObject({ phase: 'progress' });
  });

  it('has the whole time of the run, and no more', async () => {
    const example = watchedRun(1_000_000);
    ask(example);
    await settle();
    await example.give(step(1));
    example.clock.advance(999_999);
    expect(example.seen.aborted).toBeUndefined();
    example.clock.advance(1);
    expect(example.seen.aborted).toMatchObject({ phase: 'total' });
    await expect(example.run.next()).rejects.toMatchObject({ phase: 'total', timeoutMs: 1_000_000, billed: 'maybe' });
  });
});

describe('the timers of a run', () => {
  it('are one timer of the clock, however many events come', async () => {
    const example = watchedRun();
    for (let count = 0; count < 5; count += 1) {
      ask(example);
      await settle();
      expect(example.clock.pending).toBe(1);
      await example.give(step(count));
      expect(example.clock.pending).toBe(1);
    }
    ask(example);
    await example.give(image());
    expect(example.leftovers()).toEqual(NOTHING_LEFT);
  });

  it('end also a run that was dropped without a word: total frees the plugin, the timer and the signal', async () => {
    const seen = { cleaned: false, aborted: false };
    const controller = new AbortController();
    const dropped = (): ExampleRun['clock'] => {
      const { run, clock } = exampleRun(async function* ({ signal }) {
        try {
          signal.addEventListener('abort', () => { seen.aborted = true; });
          yield step(1);
          yield image();
        } finally {
          seen.cleaned = true;
        }
      }, { controller, progressTimeoutMs: PROGRESS_MS });
      void run.next();
      return clock;
    };
    const clock = dropped();
    await settle();
    clock.advance(599_999);
    await settle();
    expect(seen).toEqual({ cleaned: false, aborted: false });
    clock.advance(1);
    await settle();
    expect(seen).toEqual({ cleaned: true, aborted: true });
    expect(clock.pending).toBe(0);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });
});
