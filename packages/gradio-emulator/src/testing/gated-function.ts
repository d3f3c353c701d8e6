import type { SpaceFunction, SpaceStep } from '../functions/space-function.ts';

/** A function that runs until it is let go, so that a test decides when. */
export interface GatedFunction {
  readonly function: SpaceFunction;
  /** Lets every call, past and to come, end. */
  open(): void;
  /** How many calls have begun. */
  readonly begun: number;
  /** How many calls have ended by themselves. */
  readonly ended: number;
}

/** Makes one; a generator yields a value before and after the gate. */
export function createGatedFunction(generator = false): GatedFunction {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const counts = { begun: 0, ended: 0 };
  async function* run(): AsyncGenerator<SpaceStep> {
    counts.begun += 1;
    if (generator) yield { type: 'outputs', values: ['first'] };
    await gate;
    yield { type: 'outputs', values: ['last'] };
    counts.ended += 1;
  }
  const text = { type: 'textbox', label: 'Text' } as const;
  return {
    function: { inputs: {}, outputs: [text], generator, run },
    open: () => {
      release();
    },
    get begun() {
      return counts.begun;
    },
    get ended() {
      return counts.ended;
    },
  };
}
