/** A file that was named cannot be read, or is not what it should be. */
export class InputError extends Error {
  override readonly name = 'InputError';
  /** What the user can do about it. */
  readonly advice: string;

  constructor(message: string, advice: string) {
    super(message);
    this.advice = advice;
  }
}
