import { redact } from '../text/redact.ts';
import { describeCause } from './describe-cause.ts';
import { InvalidRequestError } from './invalid-request-error.ts';
import { PluginError } from './plugin-error.ts';
import { ProviderError } from './provider-error.ts';

/** What an error is sealed with. */
export interface Seal {
  /** Id of the provider in whose run it happened. */
  readonly provider: string;
  /** Credentials, which must not leave in an error. */
  readonly secrets: readonly string[];
  /** What the user wrote, which must not either. Texts below four characters tell nothing and are left alone. */
  readonly prompts?: readonly string[] | undefined;
  /** What the work may have cost in any case, whatever the error itself knows. */
  readonly billed?: 'maybe' | 'yes' | undefined;
}

/** Fields with words from our own lists: a prompt that reads "no" must not make another bill of them. */
const CLOSED_FIELDS: readonly string[] = ['name', 'code', 'provider', 'billed', 'phase'];

/**
 * Makes whatever a run threw fit to leave it: a `ProviderError` that names its provider and holds none of the secrets.
 *
 * What is no `ProviderError`, or cannot be written to, becomes a `PluginError` around a copy of it that is made of text.
 */
export function sealError(thrown: unknown, { provider, secrets: credentials, prompts = [], billed }: Seal): ProviderError {
  // Problems of a request are in our own words and hide its texts by themselves; a prompt such as "width" would only cut
  // them up. A long one may stand in a field where it does not belong.
  const shortest = thrown instanceof InvalidRequestError ? 8 : 4;
  const secrets = [...credentials, ...prompts.filter((text) => text.length >= shortest)];
  if (!(thrown instanceof ProviderError) || !Object.isExtensible(thrown)) {
    const cause = describeCause(thrown, secrets);
    return new PluginError(`The plugin ${provider} failed: ${cause.message}`, { provider, cause, billed: billed ?? 'maybe' });
  }
  if (billed !== undefined && thrown.billed !== 'yes') Reflect.set(thrown, 'billed', billed);
  thrown.provider ??= provider;
  for (const key of ['message', 'stack', ...Object.keys(thrown)]) {
    if (!CLOSED_FIELDS.includes(key)) Reflect.set(thrown, key, withoutSecrets(Reflect.get(thrown, key), secrets));
  }
  // The reason of an abort is the caller's own object and stays what it is.
  if (thrown.cause !== undefined && thrown.code !== 'aborted') thrown.cause = describeCause(thrown.cause, secrets);
  return thrown;
}

/** Cleans texts, also those inside lists and plain objects; what is anything else, errors among it, stays what it is. */
function withoutSecrets(value: unknown, secrets: readonly string[], depth = 0): unknown {
  if (typeof value === 'string') return redact(value, secrets);
  const clean = (item: unknown): unknown => (depth > 5 ? undefined : withoutSecrets(item, secrets, depth + 1));
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item)]));
}
