import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProviderError } from '../errors/provider-error.ts';
import { settle } from '../testing/barrier.ts';
import { exampleRun, image, NOTHING_LEFT, step } from '../testing/example-run.ts';

/** What the plugin does when its turn comes, and what happens to the run from outside. */
type Action = 'event' | 'image' | 'fail' | 'end' | 'next' | 'return' | 'throw' | 'abort' | 'deadline';
const FROM_PLUGIN: ReadonlySet<Action> = new Set(['event', 'image', 'fail', 'end']);
const actions = fc.array(
  fc.constantFrom<Action>('event', 'event', 'image', 'fail', 'end', 'next', 'next', 'next', 'return', 'throw', 'abort', 'deadline'),
  { maxLength: 14 },
);
/** What one call of `next()` came to. */
type Answer = 'event' | 'image' | 'plugin' | 'aborted' | 'timeout' | 'done' | 'untyped';

/** The run as it should be: a queue of what the plugin has ready, a queue of questions, and one end. */
class Model {
  readonly answers: Answer[] = [];
  started = false;
  #ready: Action[] = [];
  #questions = 0;
  #ending: Answer | undefined;

  act(action: Action): void {
    if (action === 'next') this.#questions += 1;
    else if (FROM_PLUGIN.has(action)) this.#ready.push(action);
    else if (action === 'abort') this.#ending ??= 'aborted';
    // Time counts from the start.
    else if (action === 'deadline') this.#ending ??= this.started ? 'timeout' : undefined;
    // Who left hears no error any more.
    else this.#ending = 'done';
    while (this.#questions > 0) {
      const answer = this.#answer();
      if (answer === undefined) return;
      this.#questions -= 1;
      this.answers.push(answer);
    }
  }

  #answer(): Answer | undefined {
    const ending = this.#ending;
    if (ending === undefined) {
      this.started = true;
      const next = this.#ready.shift();
      if (next === undefined || next === 'event') return next;
      this.#ending = 'done';
      return next === 'image' ? 'image' : 'plugin';
    }
    // The error is given once; from then on the run is over.
    this.#ending = 'done';
    return ending;
  }
}

/** The real run of a plugin that does what it is told, hears no signal, and is told through a queue. */
function realRun(): { readonly act: (action: Action) => void; readonly answers: Answer[]; readonly seen: { started: number; cleaned: number; aborted: number }; readonly finish: () => Promise<void>; readonly leftovers: () => object } {
  const seen = { started: 0, cleaned: 0, aborted: 0 };
  const ready: Action[] = [];
  let wake: () => void = () => undefined;
  const { run, clock, controller, leftovers } = exampleRun(async function* ({ signal }) {
    seen.started += 1;
    signal.addEventListener('abort', () => { seen.aborted += 1; });
    try {
      for (;;) {
        while (ready.length === 0) await new Promise<void>((resolve) => { wake = resolve; });
        const action = ready.shift();
        if (action === 'event') yield step(1);
        else if (action === 'image') yield image();
        else if (action === 'fail') throw new Error('as told');
        else return;
      }
    } finally {
      seen.cleaned += 1;
    }
  });
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
        (thrown: unknown) => { answers[question] = thrown instanceof ProviderError ? answerOf(thrown) : 'untyped'; },
      ));
    } else if (action === 'return') void run.return();
    else if (action === 'throw') void run.throw(new Error('thrown in')).catch(() => undefined);
    else if (action === 'abort') controller.abort();
    else clock.advance(600_000);
  };
  // Whatever the plugin still waits for comes at last, so that its clean-up can run, and every question has an answer.
  const finish = async (): Promise<void> => {
    await run.return();
    ready.push('end');
    wake();
    await Promise.all(questions);
    await settle();
  };
  return { act, answers, seen, finish, leftovers };
}

function answerOf({ code }: ProviderError): Answer {
  return code === 'plugin' || code === 'aborted' || code === 'timeout' ? code : 'untyped';
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
    }), { numRuns: 300 });
  });

  it('ends once, gives nothing after the end, and cleans up once, however close together things happen', async () => {
    await fc.assert(fc.asyncProperty(actions, fc.array(fc.nat({ max: 4 }), { maxLength: 14 }), async (script, pauses) => {
      const real = realRun();
      for (const [index, action] of script.entries()) {
        real.act(action);
        for (let turn = 0; turn < (pauses[index] ?? 0); turn += 1) await Promise.resolve();
      }
      await real.finish();
      const firstEnd = real.answers.findIndex((answer) => answer !== 'event');
      expect(real.answers.slice(firstEnd + 1).filter((answer) => firstEnd !== -1 && answer !== 'done')).toEqual([]);
      expect(real.answers).toHaveLength(script.filter((action) => action === 'next').length);
      expect(real.seen.cleaned).toBe(real.seen.started);
      expect(real.seen.aborted).toBe(real.seen.started);
      expect(real.leftovers()).toEqual(NOTHING_LEFT);
    }), { numRuns: 300 });
  });
});
