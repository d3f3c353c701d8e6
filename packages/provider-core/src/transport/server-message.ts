import { parseJson } from '../json/parse-json.ts';
import { propertyOf } from '../json/property-of.ts';
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
  const json = parseJson(body);
  return cleanText(redact(cleanText(json === undefined ? wordsOfText(body) : wordsOf(json))), MAXIMUM_LENGTH);
}

/** A page, and the beginning of its title or first heading. */
const PAGE = /^\s*(?=<(?:!doctype html|html|head|h1))(?:.*?<(?:title|h1)[^<>]*>\s*([^<]{0,200}))?/isu;

function wordsOfText(body: string): string {
  const [page, title = ''] = PAGE.exec(body) ?? [];
  if (page !== undefined) return title === '' ? 'a web page' : `a web page titled "${title.trimEnd()}"`;
  // JSON that was cut off: what stands in it cannot be told apart from what was sent.
  return /^\s*(?:\{\s*"|\[\s*[[{"])/u.test(body) ? '' : body;
}

/** Finds the message in the shapes that services use: `detail`, `error`, `message`, `msg`, and lists of them. */
function wordsOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value;
  if (depth > 4) return '';
  if (Array.isArray(value)) return value.slice(0, 5).map((item) => wordsOf(item, depth + 1)).filter(Boolean).join('; ');
  for (const key of ['detail', 'error', 'message', 'msg', 'errors']) {
    const words = wordsOf(propertyOf(value, key), depth + 1);
    if (words !== '') return key === 'msg' ? placeOf(value) + words : words;
  }
  return '';
}

function placeOf(value: unknown): string {
  const place = propertyOf(value, 'loc');
  return Array.isArray(place) ? `${place.filter((part) => typeof part !== 'object').join('.')}: ` : '';
}
