import { cleanText } from '../text/clean-text.ts';
import { createRedactor, type Redactor } from '../text/redact.ts';
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

/** Longest text of an error, in characters; a list of models may be long. */
const MAXIMUM_LENGTH = 8192;

/** Most lines of a stack that are kept. */
const MAXIMUM_FRAMES = 50;

/** Fields with words from our own lists: a prompt that reads "no" must not make another bill of them. */
const CLOSED_FIELDS: readonly string[] = ['name', 'code', 'provider', 'billed', 'phase'];

/**
 * Makes whatever a run threw fit to leave it: a `ProviderError` that names its provider and holds none of the secrets.
 *
 * What is no `ProviderError`, or cannot be written to, becomes a `PluginError` around a copy of it that is made of text.
 */
export function sealError(thrown: unknown, { provider, secrets, prompts = [], billed }: Seal): ProviderError {
  // Problems of a request are in our own words and hide its texts by themselves; a prompt such as "width" would only cut
  // them up. A long one may stand in a field where it does not belong.
  const shortest = thrown instanceof InvalidRequestError ? 8 : 4;
  const withoutSecrets = createRedactor(secrets, prompts.filter((text) => text.length >= shortest));
  if (!(thrown instanceof ProviderError) || !Object.isExtensible(thrown) || !cleanFields(thrown, withoutSecrets)) {
    const cause = describeCause(thrown, withoutSecrets);
    return new PluginError(`The plugin ${provider} failed: ${cause.message}`, { provider, cause, billed: billed ?? 'maybe' });
  }
  if (billed !== undefined && thrown.billed !== 'yes') Reflect.set(thrown, 'billed', billed);
  thrown.provider ??= provider;
  return thrown;
}

/** Cleans every text of an error, its stack and causes too; false when something of it cannot be written to. */
function cleanFields(error: ProviderError, withoutSecrets: Redactor, depth = 0): boolean {
  const safe = (text: string): string => cleanText(withoutSecrets(text), MAXIMUM_LENGTH);
  const { message, stack = '', cause } = error;
  const cleaned = (value: unknown, level: number): unknown => {
    if (typeof value === 'string') return safe(value);
    if (typeof value !== 'object' || value === null) return value;
    if (level > 5) return undefined;
    if (Array.isArray(value)) return value.map((item) => cleaned(item, level + 1));
    if (value instanceof ProviderError) return cleanFields(value, withoutSecrets, level + 1) ? value : describeCause(value, withoutSecrets);
    if (value instanceof Error) return describeCause(value, withoutSecrets);
    const prototype: unknown = Object.getPrototypeOf(value);
    // A request, a response, a map: what is inside cannot be known.
    if (prototype !== Object.prototype && prototype !== null) return undefined;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [safe(key), cleaned(item, level + 1)]));
  };
  const fields = Reflect.ownKeys(error).filter((key) => key !== 'cause' && key !== 'stack' && (typeof key === 'symbol' || !CLOSED_FIELDS.includes(key)));
  const areWritten = fields.map((key) => Reflect.set(error, key, cleaned(Reflect.get(error, key), depth)));
  // The stack repeats the message as it was; its other lines are places in the code.
  const lines = (message === '' ? stack : stack.replace(message, () => error.message)).split('\n').slice(0, MAXIMUM_FRAMES);
  areWritten.push(Reflect.set(error, 'stack', lines.map((line) => `${line.startsWith(' ') ? '    ' : ''}${safe(line)}`).join('\n')));
  // The reason of an abort is the caller's own object and stays what it is.
  if (cause !== undefined && error.code !== 'aborted') areWritten.push(Reflect.set(error, 'cause', describeCause(cause, withoutSecrets)));
  return !areWritten.includes(false);
}
