import { cleanText } from '../text/clean-text.ts';
import type { ImageInput } from './image-input.ts';

/** Longest text that can be a path and nothing else, in characters; a longer one may be a whole picture in base64. */
const LONGEST_PATH = 512;

/** The alphabet of base64; a path that is this long has a dot or another character somewhere. */
const BASE64 = /^[A-Za-z\d+/=\s]{64,}$/u;

/** Says what was given, without its content, and of a URL without credentials and query. */
export function describeInput(input: ImageInput): string {
  if (input instanceof Uint8Array) return `${input.length} bytes`;
  if (input instanceof Blob) return `${input.size} bytes`;
  const text = String(input);
  if (/^data:/iu.test(text)) return `a data: URL of ${text.length} characters`;
  if (input instanceof URL || isWebUrl(text)) return quoted(withoutSecrets(text));
  return looksLikeContent(text) ? `a text of ${text.length} characters` : quoted(text);
}

/** Tells whether a text is meant as a URL of the web. */
export function isWebUrl(text: string): boolean {
  return /^https?:/iu.test(text);
}

/** Tells whether a text that is no URL holds a picture rather than the path of one. */
export function looksLikeContent(text: string): boolean {
  return text.length > LONGEST_PATH || BASE64.test(text);
}

function withoutSecrets(text: string): string {
  if (!URL.canParse(text)) return text.replace(/[?#].*$|\/\/[^/]*@/gsu, '');
  const { protocol, host, pathname } = new URL(text);
  return /^https?:$/u.test(protocol) ? `${protocol}//${host}${pathname}` : `${protocol}${pathname}`;
}

function quoted(text: string): string {
  return cleanText(JSON.stringify(text), 200);
}
