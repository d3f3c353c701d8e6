import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuthenticationError } from '../errors/authentication-error.ts';
import { MissingImagesError } from '../errors/missing-images-error.ts';
import { NetworkError } from '../errors/network-error.ts';
import { ProviderError } from '../errors/provider-error.ts';
import { settle } from '../testing/barrier.ts';
import { image, NOTHING_LEFT, preview, step } from '../testing/example-run.ts';
// Loaded before any run: the turns that are waited for below would not be enough for that on a busy machine.
import './run-calls.ts';
import { severalRun, type CallAction, type SeveralRun } from '../testing/several-run.ts';

/** What a call does, or what happens to the run from outside. */
type Happening = 'progress' | 'preview' | 'image' | 'mistake' | 'network' | 'refusal' | 'end' | 'next' | 'return' | 'throw' | 'abort' | 'deadline';
const ACTIONS: Readonly<Partial<Record<Happening, () => CallAction>>> = {
  progress: () => step(1),
  preview,
  image,
  mistake: () => new Error('broken'),
  network: () => new NetworkError('No way.'),
  refusal: () => new AuthenticationError('Who are you?'),
  end: () => 'end',
};
const INSIDE = ['progress', 'preview', 'image', 'image', 'image', 'mistake', 'network', 'refusal', 'end'] as const;
const OUTSIDE = ['return', 'throw', 'abort', 'deadline'] as const;

interface Step {
  readonly happening: Happening;
  /** Which of the calls that were begun, counted around. */
  readonly call: number;
  /** Turns of the queue of promises until the next step. */
  readonly pause: number;
}
const stepsOf = (happenings: readonly Happening[], maxLength: number): fc.Arbitrary<Step[]> =>
  fc.array(fc.record({ happening: fc.constantFrom(...happenings), call: fc.nat({ max: 5 }), pause: fc.nat({ max: 4 }) }), { maxLength });
const shapes = fc.record({ n: fc.integer({ min: 1, max: 6 }), imagesPerCall: fc.integer({ min: 1, max: 3 }) });

async function take({ happening, call, pause }: Step, several: SeveralRun, next: () => void): Promise<void> {
  const { run, calls, controller, clock } = several;
  const action = ACTIONS[happening];
  if (action !== undefined) calls[call % calls.length]?.do(action());
  else if (happening === 'next') next();
  else if (happening === 'return') void run.return();
  else if (happening === 'throw') void run.throw(new Error('thrown in')).catch(() => undefined);
  else if (happening === 'abort') controller.abort();
  else clock.advance(600_000);
  for (let turn = 0; turn < pause; turn += 1) await Promise.resolve();
}

/** Asks for events and keeps what every call of `next()` came to, in the order of the questions. */
function questions({ run }: SeveralRun) {
  const answers: string[] = [];
  const images: number[] = [];
  const pending: Promise<void>[] = [];
  let error: unknown;
  const ask = (): void => {
    const place = pending.length;
    pending.push(run.next().then(
      ({ value }) => {
        answers[place] = value?.type ?? 'done';
        if (value?.type === 'image') images.push(value.index);
      },
      (thrown: unknown) => {
        answers[place] = thrown instanceof ProviderError ? 'error' : 'untyped';
        error = thrown;
      },
    ));
  };
  return { ask, answers, images, pending, error: () => error };
}

/** The indexes that the error of a run says are missing. */
function missing(error: unknown, n: number): readonly number[] {
  if (error instanceof MissingImagesError && n > 1) return error.failures.map(({ index }) => index);
  // One image has no list around its error.
  return error === undefined ? [] : [n === 1 ? 0 : Number.NaN];
}

describe('several images under any order of events', () => {
  it('are each told once, as an image or as missing, and then the run is over', async () => {
    await fc.assert(fc.asyncProperty(shapes, stepsOf(INSIDE, 30), async ({ n, imagesPerCall }, steps) => {
      const several = severalRun({ n, imagesPerCall });
      const { ask, answers, images, pending, error } = questions(several);
      ask();
      await settle();
      for (const taken of steps) await take(taken, several, ask);
      for (let turn = 0; !answers.includes('done'); turn += 1) {
        expect(turn).toBeLessThan(100);
        ask();
        await settle();
        for (const call of several.calls) call.do('end');
        await settle();
      }
      expect([...images, ...missing(error(), n)].toSorted()).toEqual(Array.from({ length: n }, (_, index) => index));
      ask();
      await Promise.all(pending);
      const end = answers.findIndex((answer) => answer === 'error' || answer === 'done');
      expect(answers.slice(end + 1).filter((answer) => answer !== 'done')).toEqual([]);
      expect(answers).not.toContain('untyped');
      for (const { seen } of several.calls) expect(seen.cleaned).toBe(1);
      expect(several.leftovers()).toEqual(NOTHING_LEFT);
    }), { numRuns: 300 });
  });

  it('end once and leave nothing behind, whatever ends them and when', async () => {
    const steps = fc.tuple(stepsOf([...INSIDE, 'next', 'next', 'next'], 25), stepsOf(OUTSIDE, 2), stepsOf([...INSIDE, 'next'], 10));
    await fc.assert(fc.asyncProperty(shapes, steps, async ({ n, imagesPerCall }, [before, end, after]) => {
      const several = severalRun({ n, imagesPerCall });
      const { ask, answers, images, pending } = questions(several);
      for (const taken of [...before, ...end, ...after]) await take(taken, several, ask);
      await several.run.return();
      await Promise.all(pending);
      await settle();
      expect(new Set(images).size).toBe(images.length);
      const over = answers.findIndex((answer) => answer === 'error' || answer === 'done');
      expect(answers.slice(over + 1).filter((answer) => over !== -1 && answer !== 'done')).toEqual([]);
      expect(answers).not.toContain('untyped');
      for (const { seen } of several.calls) {
        expect(seen.aborted).toBe(1);
        // A generator that was never asked has nothing to clean up.
        expect(seen.cleaned).toBe(seen.asked === 0 ? 0 : 1);
      }
      expect(several.leftovers()).toEqual(NOTHING_LEFT);
    }), { numRuns: 300 });
  });
});
