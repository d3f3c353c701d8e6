import { cleanText } from '../text/clean-text.ts';
import { redact } from '../text/redact.ts';

/** Longest part of a server's own words that is repeated in an error, in characters. */
const MAXIMUM_LENGTH = 300;

/**
 * Takes the words for people out of an error's body: the message of a JSON error, the title of an HTML page, else the text.
 *
 * Of validation errors only message and place are taken, since pydantic's `input` repeats what was sent.
 */
export function serverMessage(body: string): string {
  const text = fromJson(body) ?? fromHtml(body) ?? (isBrokenJson(body) ? '' : body);
  return redact(cleanText(text, MAXIMUM_LENGTH));
}

/** JSON that was cut off: what stands in it cannot be told apart from what was sent. */
function isBrokenJson(body: string): boolean {
  return /^\s*(?:\{\s*"|\[\s*[[{"])/u.test(body);
}

function fromHtml(body: string): string | undefined {
  if (!/^\s*(?:<!doctype html|<html|<head|<h1)/iu.test(body)) return undefined;
  const [, title = ''] = /<(?:title|h1)[^>]*>([^<]{0,200})/iu.exec(body) ?? [];
  return title.trim() === '' ? 'a web page' : `a web page titled "${title.trim()}"`;
}

function fromJson(body: string): string | undefined {
  try {
    return wordsOf(JSON.parse(body));
  } catch {
    return undefined;
  }
}

/** Finds the message in the shapes that services use: `detail`, `error`, `message`, `msg`, and lists of them. */
function wordsOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || depth > 4) return '';
  if (Array.isArray(value)) return value.slice(0, 5).map((item) => wordsOf(item, depth + 1)).filter((text) => text !== '').join('; ');
  for (const key of ['detail', 'error', 'message', 'msg', 'errors']) {
    const words = Object.hasOwn(value, key) ? wordsOf(Reflect.get(value, key), depth + 1) : '';
    if (words !== '') return key === 'msg' ? `${placeOf(value)}${words}` : words;
  }
  return '';
}

function placeOf(value: object): string {
  const place: unknown = Reflect.get(value, 'loc');
  return Array.isArray(place) ? `${place.filter((part) => typeof part === 'string' || typeof part === 'number').join('.')}: ` : '';
}
