import type { ServerResponse } from 'node:http';
import { answerAsEdge } from './edge-answers.ts';
import type { SpaceState } from './space-states.ts';

/** The host in front of a Space: it passes requests on, or answers them itself while the Space does not run. */
export class Edge {
  readonly #wakeMs: number;
  #state: SpaceState = 'running';
  /** When a Space that wakes or builds will run, milliseconds of `performance.now()`. */
  #runsAt = 0;

  /** `wakeMs` is how long a Space takes to wake or to build. */
  constructor(state: SpaceState, wakeMs: number) {
    this.#wakeMs = wakeMs;
    this.setState(state);
  }

  get state(): SpaceState {
    if (this.#state === 'building' && performance.now() >= this.#runsAt) this.#state = 'running';
    return this.#state;
  }

  setState(state: SpaceState): void {
    this.#state = state;
    this.#runsAt = performance.now() + this.#wakeMs;
  }

  /** Answers in place of the Space; false when the Space is to answer. A sleeping Space begins to wake. */
  answer(response: ServerResponse): boolean {
    const { state } = this;
    if (state === 'running') return false;
    answerAsEdge(response, state);
    if (state === 'sleeping') this.setState('building');
    return true;
  }
}
