import { propertyOf } from '../json/property-of.ts';
import { cleanText } from '../text/clean-text.ts';
import { redact, type Redactor } from '../text/redact.ts';

/**
 * Copies a foreign error into one that is made of text alone, for use as a `cause`.
 *
 * Errors of HTTP clients carry the request with its headers, so they never become a `cause` themselves. Name, message,
 * system code and the chain of causes are kept, cleaned and without what looks like a credential, or whatever else
 * `withoutSecrets` takes out.
 */
export function describeCause(thrown: unknown, withoutSecrets: Redactor = redact, depth = 0): Error {
  // Even the message may be anything: some errors are made of what a server sent.
  const safe = (text: unknown): string => (typeof text === 'string' ? cleanText(withoutSecrets(text), 500) : '');
  if (!(thrown instanceof Error)) return new Error(typeof thrown === 'string' ? safe(thrown) : `a thrown ${typeof thrown}`);
  const reason = propertyOf(thrown, 'cause');
  const copy = new Error(safe(propertyOf(thrown, 'message')), reason === undefined || depth > 2 ? undefined : { cause: describeCause(reason, withoutSecrets, depth + 1) });
  copy.name = safe(propertyOf(thrown, 'name'));
  // The frames of the original say where it went wrong; its first lines repeat the message and are left out.
  const stack = propertyOf(thrown, 'stack');
  const frames = typeof stack === 'string' ? stack.split('\n').filter((line) => /^\s+at /u.test(line)) : [];
  copy.stack = [`${copy.name}: ${copy.message}`, ...frames.slice(0, 12).map((line) => `    ${safe(line)}`)].join('\n');
  const code = safe(propertyOf(thrown, 'code'));
  return code === '' ? copy : Object.assign(copy, { code });
}
