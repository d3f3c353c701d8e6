import { redact } from '../text/redact.ts';
import { describeCause } from './describe-cause.ts';
import { PluginError } from './plugin-error.ts';
import { ProviderError } from './provider-error.ts';

/** What an error is sealed with. */
export interface Seal {
  /** Id of the provider in whose run it happened. */
  readonly provider: string;
  /** Texts that must not leave in an error: credentials and prompts. */
  readonly secrets: readonly string[];
}

/**
 * Makes whatever a run threw fit to leave it: a `ProviderError` that names its provider and holds none of the secrets.
 *
 * What is no `ProviderError` becomes a `PluginError` around a copy of it that is made of text.
 */
export function sealError(thrown: unknown, { provider, secrets }: Seal): ProviderError {
  if (!(thrown instanceof ProviderError)) {
    const cause = describeCause(thrown, secrets);
    return new PluginError(`The plugin ${provider} failed: ${cause.message}`, { provider, cause, billed: 'maybe' });
  }
  thrown.provider ??= provider;
  for (const key of ['message', 'stack', ...Object.keys(thrown)]) {
    const value: unknown = Reflect.get(thrown, key);
    const clean = typeof value === 'string' && key !== 'name' && key !== 'code' && key !== 'provider' ? redact(value, secrets) : value;
    if (clean !== value) Object.defineProperty(thrown, key, { value: clean, configurable: true, writable: true, enumerable: key !== 'message' && key !== 'stack' });
  }
  // The reason of an abort is the caller's own object and stays what it is.
  if (thrown.cause instanceof Error && thrown.code !== 'aborted') thrown.cause = describeCause(thrown.cause, secrets);
  return thrown;
}
