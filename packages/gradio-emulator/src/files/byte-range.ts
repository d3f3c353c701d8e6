/** What a `Range` header asks for. */
export type RequestedRange =
  | { readonly kind: 'whole' }
  /** Bytes to send, both ends included; `end` may lie one beyond the file. `echoes`: see `byteRange`. */
  | { readonly kind: 'part'; readonly start: number; readonly end: number; readonly echoes: boolean }
  | { readonly kind: 'unsatisfiable' }
  | { readonly kind: 'malformed'; readonly reason: string }
  /** Gradio fails without a handler. */
  | { readonly kind: 'crash'; readonly error: string };

/**
 * Reads a `Range` header as Gradio does.
 *
 * A range with both ends is answered by Gradio's own code: it sends the headers of the request back, takes an end of 0
 * for none, and clamps to one byte beyond the file. Everything else is answered by the framework below.
 */
export function byteRange(header: string | undefined, size: number): RequestedRange {
  const text = header?.trim() ?? '';
  if (text === '') return { kind: 'whole' };
  if (!text.startsWith('bytes=')) return { kind: 'malformed', reason: 'Only support bytes range' };
  const ends = text.slice('bytes='.length).split('-');
  if (ends.length > 2) return { kind: 'crash', error: 'ValueError: too many values to unpack (expected 2)' };
  const [first = '', last = ''] = ends;
  if (isNumber(first) && isNumber(last)) return closedRange(Number(first), Number(last), size);
  if (ends.length < 2 || (!isNumber(first) && !isNumber(last))) {
    return { kind: 'malformed', reason: 'Range header: range must be requested' };
  }
  const start = isNumber(first) ? Number(first) : size - Number(last);
  if (start < 0 || start >= size) return { kind: 'unsatisfiable' };
  return { kind: 'part', start, end: size - 1, echoes: false };
}

function closedRange(first: number, last: number, size: number): RequestedRange {
  const end = last === 0 ? size : Math.min(last, size);
  return { kind: 'part', start: Math.min(first, end), end, echoes: true };
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}
