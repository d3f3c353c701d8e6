import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProviderError } from '../errors/provider-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { settle } from '../testing/barrier.ts';
import { exampleRun, image, NOTHING_LEFT, preview, step } from '../testing/example-run.ts';

/** What the plugin does when its turn comes, and what happens to the run from outside; `wait` is 200 seconds. */
type Action = 'news' | 'again' | 'preview' | 'image' | 'fail' | 'end' | 'next' | 'return' | 'throw' | 'abort' | 'wait';
const FROM_PLUGIN: ReadonlySet<Action> = new Set(['news', 'again', 'preview', 'image', 'fail', 'end']);
const actions = fc.array(
  fc.constantFrom<Action>('news', 'again', 'preview', 'image', 'fail', 'end', 'next', 'next', 'next', 'next', 'return', 'throw', 'abort', 'wait', 'wait', 'wait'),
  { maxLength: 20 },
);
/** What one call of `next()` came to. */
type Answer = 'event' | 'image' | 'plugin' | 'aborted' | 'total' | 'progress' | 'done' | 'untyped';

const [TOTAL_S, PROGRESS_S, WAIT_S] = [900, 300, 200];

/** The run as it should be: a queue of what the plugin has ready, a queue of questions, two times, and one end. */
class Model {
  readonly answers: Answer[] = [];
  started = false;
  #ready: Action[] = [];
  #questions = 0;
  #ending: Answer | undefined;
  #last: Action | undefined;
  #totalLeft = TOTAL_S;
  #progressLeft = PROGRESS_S;

  act(action: Action): void {
    if (action === 'next') this.#questions += 1;
    else if (FROM_PLUGIN.has(action)) this.#ready.push(action);
    else if (action === 'abort') this.#ending ??= 'aborted';
    else if (action === 'wait') this.#wait();
    // Who left hears no error any more.
    else this.#ending = 'done';
    while (this.#questions > 0) {
      const answer = this.#answer();
      if (answer === undefined) return;
      this.#questions -= 1;
      this.answers.push(answer);
    }
  }

  /** Time counts from the start; without a question only that of the whole. */
  #wait(): void {
    if (!this.started || this.#ending !== undefined) return;
    const progressLeft = this.#questions > 0 ? this.#progressLeft : Infinity;
    if (Math.min(this.#totalLeft, progressLeft) <= WAIT_S) this.#ending = this.#totalLeft <= progressLeft ? 'total' : 'progress';
    this.#totalLeft -= WAIT_S;
    if (this.#questions > 0) this.#progressLeft -= WAIT_S;
  }

  #answer(): Answer | undefined {
    const ending = this.#ending;
    if (ending === undefined) {
      this.started = true;
      const next = this.#ready.shift();
      if (next === undefined) return undefined;
      // The same step again is news only where something else was last.
      if (next !== 'again' || this.#last !== 'again') this.#progressLeft = PROGRESS_S;
      this.#last = next;
      if (next === 'news' || next === 'again' || next === 'preview') return 'event';
      this.#ending = 'done';
      return next === 'image' ? 'image' : 'plugin';
    }
    // The error is given once; from then on the run is over.
    this.#ending = 'done';
    return ending;
  }
}

/** The real run of a plugin that does what it is told, hears no signal, and is told through a queue. */
interface RealRun {
  readonly act: (action: Action) => void;
  readonly answers: Answer[];
  readonly seen: { started: number; cleaned: number; aborted: number };
  /** Lets everything end, so that the clean-up of the plugin can run and every question has an answer. */
  readonly finish: () => Promise<void>;
  readonly leftovers: () => object;
}

/** @param turn waited for before each thing that the plugin does. */
function realRun(turn: () => Promise<void> = () => Promise.resolve()): RealRun {
  const seen = { started: 0, cleaned: 0, aborted: 0 };
  const ready: Action[] = [];
  let count = 0;
  let wake: () => void = () => undefined;
  const { run, clock, controller, leftovers } = exampleRun(async function* ({ signal }) {
    seen.started += 1;
    signal.addEventListener('abort', () => { seen.aborted += 1; });
    try {
      for (;;) {
        while (ready.length === 0) await new Promise<void>((resolve) => { wake = resolve; });
        await turn();
        const action = ready.shift();
        if (action === 'news') yield step(count += 1);
        else if (action === 'again') yield step(0);
        else if (action === 'preview') yield preview();
        else if (action === 'image') yield image();
        else if (action === 'fail') throw new Error('as told');
        else return;
      }
    } finally {
      seen.cleaned += 1;
    }
  }, { request: { timeoutMs: TOTAL_S * 1000 }, progressTimeoutMs: PROGRESS_S * 1000 });
  const answers: Answer[] = [];
  const questions: Promise<void>[] = [];
  const act = (action: Action): void => {
    if (FROM_PLUGIN.has(action)) {
      ready.push(action);
      wake();
    } else if (action === 'next') {
      const question = questions.length;
      questions.push(run.next().then(
        ({ value }) => { answers[question] = value === undefined ? 'done' : value.type === 'image' ? 'image' : 'event'; },
        (thrown: unknown) => { answers[question] = answerOf(thrown); },
      ));
    } else if (action === 'return') void run.return();
    else if (action === 'throw') void run.throw(new Error('thrown in')).catch(() => undefined);
    else if (action === 'abort') controller.abort();
    else clock.advance(WAIT_S * 1000);
  };
  const finish = async (): Promise<void> => {
    await run.return();
    ready.push('end');
    wake();
    await Promise.all(questions);
    await settle();
  };
  return { act, answers, seen, finish, leftovers };
}

function answerOf(thrown: unknown): Answer {
  if (thrown instanceof TimeoutError) return thrown.phase === 'total' || thrown.phase === 'progress' ? thrown.phase : 'untyped';
  const code = thrown instanceof ProviderError ? thrown.code : 'untyped';
  return code === 'plugin' || code === 'aborted' ? code : 'untyped';
}

/** What has to hold of every run that is over, in whatever order things happened to it. */
function expectOneEnd(real: RealRun, script: readonly Action[]): void {
  const firstEnd = real.answers.findIndex((answer) => answer !== 'event');
  expect(real.answers.slice(firstEnd + 1).filter((answer) => firstEnd !== -1 && answer !== 'done')).toEqual([]);
  expect(real.answers).toHaveLength(script.filter((action) => action === 'next').length);
  expect(real.answers).not.toContain('untyped');
  expect(real.seen.cleaned).toBe(real.seen.started);
  expect(real.seen.aborted).toBe(real.seen.started);
  expect(real.leftovers()).toEqual(NOTHING_LEFT);
}

describe('a run under any order of events', () => {
  it('answers every next() exactly as the model does', async () => {
    await fc.assert(fc.asyncProperty(actions, async (script) => {
      const model = new Model();
      const real = realRun();
      for (const action of script) {
        model.act(action);
        real.act(action);
        await settle();
        expect(real.answers).toEqual(model.answers);
      }
      await real.finish();
      expect(real.seen.started).toBe(model.started ? 1 : 0);
      expectOneEnd(real, script);
    }), { numRuns: 600 });
  });

  it('ends once, gives nothing after the end, and cleans up once, however close together things happen', async () => {
    await fc.assert(fc.asyncProperty(actions, fc.array(fc.nat({ max: 4 }), { maxLength: 20 }), async (script, pauses) => {
      const real = realRun();
      for (const [index, action] of script.entries()) {
        real.act(action);
        for (let turn = 0; turn < (pauses[index] ?? 0); turn += 1) await Promise.resolve();
      }
      await real.finish();
      expectOneEnd(real, script);
    }), { numRuns: 600 });
  });

  it('does so too when plugin and caller take turns as a scheduler wants it', async () => {
    await fc.assert(fc.asyncProperty(actions, fc.scheduler(), async (script, scheduler) => {
      const real = realRun(() => scheduler.schedule(Promise.resolve(), 'plugin'));
      void scheduler.scheduleSequence(script.map((action) => ({
        label: action,
        builder: () => {
          real.act(action);
          return Promise.resolve();
        },
      })));
      await scheduler.waitIdle();
      const finished = real.finish();
      await scheduler.waitIdle();
      await finished;
      expectOneEnd(real, script);
    }), { numRuns: 600 });
  });
});
