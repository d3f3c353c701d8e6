import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWholeStream } from '../testing/reference-event-parser.ts';
import { readEvents } from './event-stream.ts';
import type { BodyChunks } from './http.ts';
import type { ServerSentEvent } from './server-sent-event.ts';

/** Together 200,000 streams are read: each text is cut in ten ways. A failure names its seed and path. */
const TEXTS = 5000;
const CUTS = 10;

const encoder = new TextEncoder();
const characters = ['a', ' ', ':', '{', '"', 'é', '猫', '😀', '\uFEFF', '\uFFFD', '\u2028', '\u0000', '\t'];
const word = fc.string({ unit: fc.constantFrom(...characters), maxLength: 6 });
/** Lines that belong to no event's name or data. */
const other = fc.oneof(
  word.map((text) => `:${text}`), word.map((text) => `id: ${text}`), fc.nat().map((number) => `retry: ${number.toString()}`),
  fc.constantFrom('retry: soon', 'nonsense', 'Data: upper case', 'data2: a', ' data: a', 'evént: é', ':'),
);
const event = fc.record({ name: fc.option(word), lines: fc.array(word, { minLength: 1, maxLength: 3 }), others: fc.array(other, { maxLength: 2 }), blank: fc.boolean() });
const newLine = fc.constantFrom('\n', '\r\n', '\r');

/** What is written of an event, line by line. */
function linesOf({ name, lines, others, blank }: { readonly name: string | null; readonly lines: readonly string[]; readonly others: readonly string[]; readonly blank: boolean }): string[] {
  const colon = blank ? ': ' : ':';
  // Without the blank behind the colon a value that begins with one would lose it.
  const data = lines.map((line) => (blank || !line.startsWith(' ') ? `data${colon}${line}` : `data: ${line}`));
  const [before, between] = others;
  return [...(before === undefined ? [] : [before]), ...(name === null ? [] : [`event: ${name}`]), ...data.slice(0, 1), ...(between === undefined ? [] : [between]), ...data.slice(1), ''];
}

/** Cuts bytes into pieces, some of them empty, by a generator of numbers that the seed fixes. */
function cut(bytes: Uint8Array, seed: number): Uint8Array[] {
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  // From byte by byte to in one piece.
  const longest = [1, 2, 3, 8, 32, bytes.length + 1][random(6)] ?? 1;
  const pieces: Uint8Array[] = [];
  for (let offset = 0; offset < bytes.length;) {
    const end = offset + (longest === 1 ? 1 : random(longest + 1));
    pieces.push(bytes.subarray(offset, end));
    offset = end;
  }
  return pieces;
}

/** Reads pieces through the reader under test. */
async function eventsOf(pieces: readonly Uint8Array[]): Promise<ServerSentEvent[]> {
  let index = 0;
  const chunks: BodyChunks = {
    [Symbol.asyncIterator]: () => chunks,
    next: () => {
      const value = pieces[index];
      index += 1;
      return Promise.resolve(value === undefined ? { done: true, value } : { done: false, value });
    },
    return: () => Promise.resolve({ done: true, value: undefined }),
  };
  const events: ServerSentEvent[] = [];
  for await (const item of readEvents(chunks, { limitBytes: 1_000_000, tooLarge: () => new Error('too large') })) events.push(item);
  return events;
}

/** Every cut of the bytes has to give the same events. */
async function expectEverywhere(bytes: Uint8Array, seed: number, expected: readonly ServerSentEvent[]): Promise<void> {
  const wanted = JSON.stringify(expected);
  for (let count = 0; count < CUTS; count += 1) {
    const given = await eventsOf(cut(bytes, seed + count));
    if (JSON.stringify(given) !== wanted) expect({ cutBy: seed + count, given }).toEqual({ cutBy: seed + count, given: expected });
  }
}

describe('the events of a stream, wherever its bytes are cut', () => {
  it('are those that were written, with any line ending, mark, comment, id and waiting time', async () => {
    await fc.assert(fc.asyncProperty(fc.array(event, { maxLength: 4 }), newLine, fc.boolean(), fc.nat(), async (list, ending, hasMark, seed) => {
      const text = list.flatMap(linesOf).map((line) => line + ending).join('');
      const bytes = encoder.encode(`${hasMark ? '\uFEFF' : ''}${text}`);
      const expected = list.map(({ name, lines }): ServerSentEvent => ({ event: name ?? '', data: lines.join('\n'), complete: true }));
      // A mark is taken off the beginning only, and a comment may begin with one.
      await expectEverywhere(bytes, seed, hasMark || !text.startsWith('\uFEFF') ? expected : parseWholeStream(bytes));
    }), { numRuns: TEXTS });
  }, 60_000);

  it('are those of the specification when every line ends as it likes', async () => {
    await fc.assert(fc.asyncProperty(fc.array(event, { maxLength: 4 }), fc.array(newLine, { minLength: 1, maxLength: 8 }), fc.nat(), async (list, endings, seed) => {
      const bytes = encoder.encode(list.flatMap(linesOf).map((line, index) => line + (endings[index % endings.length] ?? '')).join(''));
      await expectEverywhere(bytes, seed, parseWholeStream(bytes));
    }), { numRuns: TEXTS });
  }, 60_000);

  it('are those of the specification when the stream ends anywhere, an unfinished one marked as such', async () => {
    await fc.assert(fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 4 }), newLine, fc.nat({ max: 1000 }), fc.nat(), async (list, ending, share, seed) => {
      const whole = encoder.encode(list.flatMap(linesOf).map((line) => line + ending).join(''));
      const bytes = whole.subarray(0, Math.floor((whole.length * share) / 1000));
      await expectEverywhere(bytes, seed, parseWholeStream(bytes));
    }), { numRuns: TEXTS });
  }, 60_000);

  it('are those of the specification for any bytes at all, also such as are no UTF-8', async () => {
    const piece = fc.oneof(
      fc.constantFrom('data', 'event', 'id', ':', ' ', '\n', '\r', '\r\n', '\n\n', 'a', '猫', '\uFEFF').map((text) => [...encoder.encode(text)]),
      fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 3 }),
    );
    await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 30 }), fc.nat(), async (parts, seed) => {
      const bytes = Uint8Array.from(parts.flat());
      await expectEverywhere(bytes, seed, parseWholeStream(bytes));
    }), { numRuns: TEXTS });
  }, 60_000);
});
