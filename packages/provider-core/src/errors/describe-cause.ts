import { cleanText } from '../text/clean-text.ts';
import { redact } from '../text/redact.ts';

/**
 * Copies a foreign error into one that is made of text alone, for use as a `cause`.
 *
 * Errors of HTTP clients carry the request with its headers, so they never become a `cause` themselves. Name, message,
 * system code and the chain of causes are kept, cleaned and without credentials or the given `secrets`.
 */
export function describeCause(thrown: unknown, secrets: readonly string[] = [], depth = 0): Error {
  // Even the message may be anything: some errors are made of what a server sent.
  const safe = (text: unknown): string => (typeof text === 'string' ? cleanText(redact(text, secrets), 500) : '');
  if (!(thrown instanceof Error)) return new Error(typeof thrown === 'string' ? safe(thrown) : `a thrown ${typeof thrown}`);
  const reason = property(thrown, 'cause');
  const inner = reason === undefined || depth >= 3 ? undefined : describeCause(reason, secrets, depth + 1);
  const copy = new Error(safe(property(thrown, 'message')), inner === undefined ? undefined : { cause: inner });
  copy.name = safe(property(thrown, 'name'));
  // The frames of the original say where it went wrong; its first lines repeat the message and are left out.
  const stack = property(thrown, 'stack');
  const frames = (typeof stack === 'string' ? stack : '').split('\n').filter((line) => /^\s+at /u.test(line));
  copy.stack = [`${copy.name}: ${copy.message}`, ...frames.slice(0, 12).map((line) => redact(line, secrets))].join('\n');
  const code = property(thrown, 'code');
  if (typeof code === 'string') Object.assign(copy, { code: safe(code) });
  return copy;
}

/** Reads a property of a foreign object, which may be a getter that throws. */
function property(object: object, key: string): unknown {
  try {
    return Reflect.get(object, key);
  } catch {
    return undefined;
  }
}
