import type { ErrorCode } from './error-code.ts';
import { describeProblems, type RequestProblem } from './request-problem.ts';
import { ProviderError, type ProviderErrorOptions } from './provider-error.ts';

/** The request cannot be served as it is; nothing was sent. Lists every problem at once. */
export class InvalidRequestError extends ProviderError {
  static override readonly brand: string = 'InvalidRequestError';
  static override readonly code: ErrorCode = 'invalid_request';

  /** Everything that is wrong. */
  readonly problems: readonly RequestProblem[];

  constructor(problems: readonly RequestProblem[], options?: ProviderErrorOptions) {
    super(describeProblems(problems), options);
    this.problems = problems;
  }
}
