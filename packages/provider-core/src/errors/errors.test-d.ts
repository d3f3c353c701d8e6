import { describe, expectTypeOf, it } from 'vitest';
import type { ModelNotFoundError, StreamEndedError} from '../index.ts';
import {
  InvalidRequestError, MissingImagesError, NetworkError, ResponseError, sealError,
  type AbortedError, type AuthenticationError, type BadImageError, type ConfigurationError, type ErrorCode, type JobCancelledError, type JobLostError, type MissingImage,
  type ModerationError, type NotFoundError, type PluginError, type ProtocolError, type ProviderError, type ProviderErrorOptions, type ProxyError, type RateLimitError,
  type RejectedError, type RequestProblem, type ResponseErrorOptions, type ResponseParseError, type Seal, type UnavailableError, type UnsafeUrlError,
} from '../index.ts';

/** Errors that tell nothing but their class and what every error tells. */
type PlainErrors = AbortedError | BadImageError | ConfigurationError | NetworkError | PluginError | ProtocolError | ProxyError | ResponseParseError | UnsafeUrlError;
/** Errors of an answer of the service. */
type AnswerErrors = AuthenticationError | JobCancelledError | JobLostError | ModerationError | NotFoundError | RateLimitError | RejectedError | UnavailableError;

describe('the error tree', () => {
  it('has one base, which everybody may catch', () => {
    expectTypeOf<PlainErrors | AnswerErrors | MissingImagesError>().toExtend<ProviderError>();
    expectTypeOf<ProviderError['retryAfterMs']>().toEqualTypeOf<number | undefined>();
    expectTypeOf<PlainErrors>().not.toHaveProperty('status');
  });

  it('has the status in every error of an answer', () => {
    expectTypeOf<AnswerErrors>().toExtend<ResponseError>();
    expectTypeOf<AnswerErrors['status']>().toEqualTypeOf<number | undefined>();
    expectTypeOf<StreamEndedError>().toExtend<JobLostError>();
  });

  it('is made with a message and what is known', () => {
    expectTypeOf(NetworkError).constructorParameters.toEqualTypeOf<[message: string, options?: ProviderErrorOptions | undefined]>();
    expectTypeOf(ResponseError).constructorParameters.toEqualTypeOf<[message: string, options?: ResponseErrorOptions | undefined]>();
    expectTypeOf(NetworkError.code).toEqualTypeOf<ErrorCode>();
    // @ts-expect-error: whether something was charged is one of three answers.
    new NetworkError('x', { billed: 'perhaps' });
  });

  it('takes an unknown model for a wrong request that knows the models', () => {
    expectTypeOf<ModelNotFoundError>().toExtend<InvalidRequestError>();
    expectTypeOf<ModelNotFoundError['availableModels']>().toEqualTypeOf<readonly string[]>();
    expectTypeOf(InvalidRequestError).constructorParameters.toEqualTypeOf<[problems: readonly RequestProblem[], options?: ProviderErrorOptions | undefined]>();
  });

  it('names every image that is missing with its own error', () => {
    expectTypeOf(MissingImagesError).constructorParameters.toEqualTypeOf<[images: number, failures: readonly MissingImage[]]>();
    expectTypeOf<MissingImage['error']>().toEqualTypeOf<ProviderError>();
    expectTypeOf<MissingImage['index']>().toBeNumber();
  });

  it('takes in whatever was thrown', () => {
    expectTypeOf(sealError).toEqualTypeOf<(thrown: unknown, seal: Seal) => ProviderError>();
    expectTypeOf<Seal['billed']>().toEqualTypeOf<'maybe' | 'yes' | undefined>();
  });
});
