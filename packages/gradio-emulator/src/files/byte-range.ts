/** Bytes to send, both ends included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
  /** Whether it came from a `Range` header. */
  readonly isPart: boolean;
}

/** Reads a `Range` header with one range; without one, or with a header of another kind, the range is everything. */
export function byteRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  const first = match?.[1] ?? '';
  const last = match?.[2] ?? '';
  if (first === '' && last === '') return { start: 0, end: size - 1, isPart: false };
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end ? 'unsatisfiable' : { start, end, isPart: true };
}
