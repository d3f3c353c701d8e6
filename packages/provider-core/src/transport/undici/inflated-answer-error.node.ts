/** A compressed answer that holds so much more than it weighs that it was made to fill a memory. */
export class InflatedAnswerError extends Error {
  /** From how many bytes on it is not believed any more. */
  readonly limitBytes: number;

  constructor(limitBytes: number) {
    super('The compressed answer is a bomb.');
    this.limitBytes = limitBytes;
  }
}
