import { InvalidRequestError } from './invalid-request-error.ts';
import type { ProviderErrorOptions } from './provider-error.ts';
import { requestProblem } from './request-problem.ts';
import type { ErrorCode } from './error-code.ts';

/** No provider, or not this one, serves the model that was asked for. */
export class ModelNotFoundError extends InvalidRequestError {
  static override readonly brand: string = 'ModelNotFoundError';
  static override readonly code: ErrorCode = 'model_not_found';

  /** The name that was asked for. */
  readonly model: string;
  /** The names that would have been found. */
  readonly availableModels: readonly string[];

  constructor(model: string, availableModels: readonly string[], options?: ProviderErrorOptions) {
    super([requestProblem('model', model, availableModels.join(', ') || 'nothing: no provider is registered')], options);
    this.model = model;
    this.availableModels = availableModels;
  }
}
