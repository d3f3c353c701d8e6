import { cleanText } from '../text/clean-text.ts';
import { redact } from '../text/redact.ts';

/**
 * Copies a foreign error into one that is made of text alone, for use as a `cause`.
 *
 * Errors of HTTP clients carry the request with its headers, so they never become a `cause` themselves. Name, message,
 * system code and the chain of causes are kept, cleaned and without credentials or the given `secrets`.
 */
export function describeCause(thrown: unknown, secrets: readonly string[] = [], depth = 0): Error {
  const safe = (text: string): string => cleanText(redact(text, secrets), 500);
  if (!(thrown instanceof Error)) return new Error(typeof thrown === 'string' ? safe(thrown) : `a thrown ${typeof thrown}`);
  const inner = thrown.cause === undefined || depth >= 3 ? undefined : describeCause(thrown.cause, secrets, depth + 1);
  const copy = new Error(safe(thrown.message), inner === undefined ? undefined : { cause: inner });
  copy.name = safe(thrown.name);
  // The frames of the original say where it went wrong; its first lines repeat the message and are left out.
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  copy.stack = [`${copy.name}: ${copy.message}`, ...frames.slice(0, 12).map((line) => redact(line, secrets))].join('\n');
  const code: unknown = Reflect.get(thrown, 'code');
  if (typeof code === 'string') Object.assign(copy, { code: safe(code) });
  return copy;
}
