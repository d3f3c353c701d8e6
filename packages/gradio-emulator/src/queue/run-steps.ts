import { diffValue } from '../protocol/diff-value.ts';
import type { PythonValue } from '../protocol/python-value.ts';
import type { MessageOutput } from '../protocol/server-message.ts';
import type { Job } from './job.ts';
import { runOutput } from './job-messages.ts';

/** The steps of a run: each `outputs` of a generator and its end, or the whole of a plain function. */
export class RunSteps {
  readonly #job: Job;
  readonly #shiftsDeletions: boolean;
  #startedAt = performance.now();
  /** What the generator yielded last. */
  #last: readonly PythonValue[] | undefined;

  /** `shiftsDeletions`: how differences count, see `diffValue`. */
  constructor(job: Job, shiftsDeletions: boolean) {
    this.#job = job;
    this.#shiftsDeletions = shiftsDeletions;
  }

  /** Whether a generator has yielded. */
  get hasGenerated(): boolean {
    return this.#last !== undefined;
  }

  /** The output of a yield: whole at first, and later too for those who asked for it; else the differences. */
  yielded(data: readonly PythonValue[]): MessageOutput {
    const last = this.#last;
    this.#last = data;
    const isWhole = last === undefined || this.#job.request.wholeValues;
    return this.#output(isWhole ? data : data.map((value, index) => this.#differences(last[index], value)), true);
  }

  /** The output of the end. */
  ended(data: readonly PythonValue[]): MessageOutput {
    return this.#output(data, false);
  }

  #differences(last: PythonValue | undefined, value: PythonValue): PythonValue {
    return diffValue(last ?? null, value, this.#shiftsDeletions);
  }

  #output(data: readonly PythonValue[], isGenerating: boolean): MessageOutput {
    const now = performance.now();
    const duration = (now - this.#startedAt) / 1000;
    this.#startedAt = now;
    const { stepTime } = this.#job.endpoint;
    stepTime.add(duration);
    return runOutput(data, isGenerating, duration, stepTime.mean ?? duration);
  }
}
