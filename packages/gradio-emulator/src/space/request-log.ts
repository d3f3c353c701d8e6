import type { RecordedRequest } from './space-options.ts';

/** The last requests of a Space. Bounded, because a Space may run for days inside an application. */
export class RequestLog {
  readonly #requests: RecordedRequest[] = [];
  readonly #maximum: number;

  constructor(maximum = 10_000) {
    this.#maximum = maximum;
  }

  /** Grows as requests arrive. */
  get requests(): readonly RecordedRequest[] {
    return this.#requests;
  }

  add(request: RecordedRequest): void {
    this.#requests.push(request);
    if (this.#requests.length > this.#maximum) this.#requests.shift();
  }
}
