import type { Exchange, RequestLine } from './exchange.ts';
import type { Masks } from './masks.ts';

/** Headers of the HTTP server under Gradio, which say nothing about Gradio. */
const UNSAID = new Set(['connection', 'content-length', 'date', 'keep-alive', 'server', 'transfer-encoding']);
/** Headers whose values are one file's own. */
const OWN = new Set(['etag', 'last-modified']);
const PNG = '89504e470d0a1a0a';

/** Writes an exchange as lines that can be compared: request, status, headers in order of their names, body, end. */
export function transcript(line: RequestLine, answer: Exchange, masks: Masks, view?: (body: unknown) => unknown): string {
  const request = `${line.method} ${line.path}${line.body === undefined ? '' : ` ${line.body}`}`;
  const headers = Object.entries(answer.headers)
    .filter(([name]) => !UNSAID.has(name))
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => `  ${name}: ${OWN.has(name) ? '{value}' : maskHeader([value].flat().join(' · '))}`);
  const body = bodyLines(answer, masks, view).map((text) => `  ${text}`);
  return masks.apply([`> ${request}`, `  ${answer.status.toString()}`, ...headers, ...body, `  (${answer.end})`].join('\n'));
}

function bodyLines({ headers, body }: Exchange, masks: Masks, view?: (body: unknown) => unknown): readonly string[] {
  if (body.length > 8 && body.subarray(0, 8).toString('hex') === PNG) return ['{a PNG}'];
  if (headers['content-type']?.startsWith('image/') === true) return [body.toString('hex')];
  const text = body.toString();
  const isViewed = view !== undefined && headers['content-type']?.startsWith('application/json') === true;
  const lines = masks.apply(isViewed ? JSON.stringify(view(JSON.parse(text)), undefined, 1) : text).split('\n');
  return headers['content-type']?.startsWith('text/event-stream') === true ? withoutRepeats(lines.filter((part) => part !== '')) : lines;
}

// How often a queue reports its state depends on the clock.
function withoutRepeats(lines: readonly string[]): readonly string[] {
  return lines.filter((text, index) => text !== lines[index - 1]);
}

/** Takes out the values of cookies, and the length of a picture that a range is of. */
function maskHeader(value: string): string {
  return value.replaceAll(/(access-token-(?:unsecure-)?)[\w-]+=[\w-]+/gu, '$1{id}={value}').replace(/^(bytes [\d*-]+|\*)\/\d+$/u, '$1/{length}');
}
