import type * as core from '../index.ts';

/** The public surface of one installed copy of this package. */
export type Core = typeof core;

/** One error of every exported class, made by the given copy. */
export const ERROR_MAKERS: Readonly<Record<string, (copy: Core) => core.ProviderError>> = {
  AbortedError: (copy) => new copy.AbortedError('x'),
  AllProvidersFailedError: (copy) => new copy.AllProvidersFailedError('sd', [{ provider: 'a', error: new copy.NetworkError('x'), ms: 5 }]),
  AuthenticationError: (copy) => new copy.AuthenticationError('x'),
  BadImageError: (copy) => new copy.BadImageError('x'),
  ConfigurationError: (copy) => new copy.ConfigurationError('x'),
  InvalidRequestError: (copy) => new copy.InvalidRequestError([copy.requestProblem('n', 0, '1')]),
  JobCancelledError: (copy) => new copy.JobCancelledError('x'),
  JobLostError: (copy) => new copy.JobLostError('x'),
  MissingImagesError: (copy) => new copy.MissingImagesError(2, [{ index: 1, error: new copy.JobLostError('x') }]),
  ModelNotFoundError: (copy) => new copy.ModelNotFoundError('x', ['a']),
  ModerationError: (copy) => new copy.ModerationError('x'),
  NetworkError: (copy) => new copy.NetworkError('x'),
  NotFoundError: (copy) => new copy.NotFoundError('x'),
  PluginError: (copy) => new copy.PluginError('x'),
  ProtocolError: (copy) => new copy.ProtocolError('x'),
  ProviderError: (copy) => new copy.ProviderError('x'),
  ProxyError: (copy) => new copy.ProxyError('x'),
  QuotaExceededError: (copy) => new copy.QuotaExceededError('x'),
  RateLimitError: (copy) => new copy.RateLimitError('x'),
  RejectedError: (copy) => new copy.RejectedError('x'),
  ResponseError: (copy) => new copy.ResponseError('x'),
  ResponseParseError: (copy) => new copy.ResponseParseError('x'),
  StreamEndedError: (copy) => new copy.StreamEndedError('x'),
  TimeoutError: (copy) => new copy.TimeoutError('total', 1000),
  TooLargeError: (copy) => new copy.TooLargeError('x', 5),
  UnavailableError: (copy) => new copy.UnavailableError('x'),
  UnsafeUrlError: (copy) => new copy.UnsafeUrlError('x'),
  UnsupportedOptionError: (copy) => new copy.UnsupportedOptionError([copy.requestProblem('seed', 1, 'nothing')]),
};

/** Every exported class of errors, by its name. */
export function errorClasses(copy: Core): ReadonlyMap<string, typeof core.ProviderError> {
  return new Map(Object.entries(copy).filter((entry): entry is [string, typeof core.ProviderError] => isErrorClass(entry[1])));
}

function isErrorClass(value: unknown): value is typeof core.ProviderError {
  return typeof value === 'function' && Reflect.get(value, 'prototype') instanceof Error;
}
