import { InvalidRequestError } from './invalid-request-error.ts';

/** The request is right in itself, but the model has no such option; another provider of the same alias may have it. Nothing was sent. */
export class UnsupportedOptionError extends InvalidRequestError {
  static override readonly brand: string = 'UnsupportedOptionError';
}
