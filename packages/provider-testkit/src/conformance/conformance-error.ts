/** A plugin breaks a promise; the message says which, and what to do. */
export class ConformanceError extends Error {
  override readonly name = 'ConformanceError';
  /** What the author of the plugin can do. */
  readonly advice: string;

  constructor(what: string, advice: string) {
    super(`${what}\n${advice}`);
    this.advice = advice;
  }
}
