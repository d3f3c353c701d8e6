import { foldText } from './fold-text.ts';

/** A piece of a text. */
export interface Span {
  readonly start: number;
  /** Index behind it. */
  readonly end: number;
}

/** A text of which no part may be seen. */
export interface Hidden {
  readonly text: string;
  /** Shortest part that counts, in characters; a shorter text counts as a whole, from 8 on. */
  readonly length: number;
}

/** Texts that are shorter, in characters, stand in others by chance. */
const SHORTEST = 8;

/** Base64 of either alphabet that is long enough to hold something. */
const BASE64 = /[\w+/-]{11,}/gu;

/** Makes the function that finds the places in a text where parts of hidden texts stand, in order and apart from each other. */
export function createPartFinder(hidden: readonly Hidden[]): (text: string) => readonly Span[] {
  const parts = new Map<number, Set<string>>();
  for (const { text, length } of hidden) {
    const { text: folded } = foldText(text);
    const size = Math.min(length, folded.length);
    if (size < SHORTEST) continue;
    const ofSize = parts.get(size) ?? new Set();
    for (let start = 0; start + size <= folded.length; start += 1) ofSize.add(folded.slice(start, start + size));
    parts.set(size, ofSize);
  }
  if (parts.size === 0) return () => [];

  const findFolded = (text: string): readonly Span[] => {
    const { text: folded, starts, ends } = foldText(text);
    return Array.from(parts).flatMap(([size, ofSize]) => {
      const spans: Span[] = [];
      for (let start = 0; start + size <= folded.length; start += 1) {
        if (ofSize.has(folded.slice(start, start + size))) spans.push({ start: starts[start] ?? 0, end: ends[start + size - 1] ?? 0 });
      }
      return spans;
    });
  };
  const holdsPart = (base64: string): boolean =>
    // What stands before it without a gap may have moved it by up to three characters.
    [0, 1, 2, 3].some((skipped) => findFolded(decodeBase64(base64.slice(skipped))).length > 0);

  return (text) => {
    const encoded = Array.from(text.matchAll(BASE64)).filter(([base64]) => holdsPart(base64));
    return joined([...findFolded(text), ...encoded.map(({ index, 0: { length } }) => ({ start: index, end: index + length }))]);
  };
}

/** As far as it can be decoded. */
function decodeBase64(text: string): string {
  const usual = text.replaceAll('-', '+').replaceAll('_', '/');
  const bytes = atob(usual.slice(0, usual.length - (usual.length % 4)));
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}

/** Puts spans that touch or overlap together. */
function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && span.start <= last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}
