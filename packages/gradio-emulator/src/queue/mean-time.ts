/** A running mean of durations, seconds. */
export class MeanTime {
  #total = 0;
  #count = 0;

  add(seconds: number): void {
    this.#total += seconds;
    this.#count += 1;
  }

  /** Undefined before the first duration. */
  get mean(): number | undefined {
    return this.#count === 0 ? undefined : this.#total / this.#count;
  }
}
