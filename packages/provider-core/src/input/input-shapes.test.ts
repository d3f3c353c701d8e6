import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import type { ImageRequest } from '../request/image-request.ts';
import { imageBytes } from '../testing/image-fixtures.ts';
import { inputOutcome } from '../testing/input-run.ts';
import { describeInput } from './describe-input.ts';

const PNG = new Uint8Array(imageBytes('png'));
const ALLOWED = 'an image: bytes (Uint8Array), a Blob, a URL, or as a text a data: or http(s): URL or the path of a file';

/** A request as JavaScript may make it. */
function requestWith(fields: Readonly<Record<string, unknown>>): ImageRequest {
  const request = { prompt: 'a cat' };
  for (const [name, value] of Object.entries(fields)) Reflect.set(request, name, value);
  return request;
}

describe('an input image of a wrong kind', () => {
  it.each<[string, unknown, string]>([
    ['a number', 5, '5'],
    ['nothing', undefined, 'missing'],
    ['null', null, 'null'],
    ['an empty text', '', '""'],
    ['true', true, 'true'],
    ['a list of numbers', [137, 80, 78, 71], 'a list'],
    ['an ArrayBuffer', PNG.buffer, 'an object'],
    ['other numbers than bytes', new Uint16Array(4), 'an object'],
    ['an object', { url: 'CANARY' }, 'an object'],
    ['a function', () => PNG, 'a function'],
    ['a promise', Promise.resolve(PNG), 'an object'],
  ])('as %s is named with what came and what is allowed', async (_what, value, shown) => {
    const { generation, error } = await inputOutcome(requestWith({ images: [PNG, value], ...(value === undefined ? {} : { mask: value }) }));
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({
      billed: 'no',
      problems: [{ field: 'images[1]', value: shown, allowed: ALLOWED }, ...(value === undefined ? [] : [{ field: 'mask', value: shown, allowed: ALLOWED }])],
    });
    expect(generation).toBeUndefined();
  });

  it.each([['one text', 'CANARY'.repeat(20), '[hidden]'], ['one image', PNG, 'an object'], ['an object', {}, 'an object'], ['null', null, 'null']])('as %s instead of a list is refused', async (_what, images, value) => {
    const { error } = await inputOutcome(requestWith({ images }));
    expect(error).toMatchObject({ problems: [{ field: 'images', value, allowed: `a list, each ${ALLOWED}` }] });
    expect(String(error)).not.toContain('CANARY');
  });

  it.each([-0.1, 1.1, Number.NaN, Infinity, '0.5'])('is as wrong as a strength of %j', async (strength) => {
    const { error } = await inputOutcome(requestWith({ images: [PNG], strength }));
    expect(error).toMatchObject({ problems: [{ field: 'strength', allowed: 'a number from 0 to 1' }] });
  });

  it('is told together with everything else that is wrong, and nothing is read', async () => {
    const { error } = await inputOutcome(requestWith({ images: [5, '/missing.png'], strength: 2, prompt: '' }));
    expect(error instanceof InvalidRequestError ? error.problems.map(({ field }) => field) : error).toEqual(['images[0]', 'strength', 'prompt']);
  });
});

describe('whatever stands in the list of images', () => {
  it('the outcome is the picture or one error that names the place', async () => {
    const good = fc.constantFrom<unknown>(PNG, new Blob([PNG]), `data:image/png;base64,${Buffer.from(PNG).toString('base64')}`);
    const bad = fc.oneof(fc.anything().filter((value) => typeof value !== 'string'), fc.string().map((text) => `/nowhere/${text}`), fc.uint8Array(), fc.base64String({ minLength: 64 }));
    const item = fc.oneof(good.map((value) => ({ value, isGood: true })), bad.map((value) => ({ value, isGood: false })));
    await fc.assert(fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 4 }), async (items) => {
      const { generation, error } = await inputOutcome(requestWith({ images: items.map(({ value }) => value) }));
      const wrong = items.flatMap(({ isGood }, index) => (isGood ? [] : [`images[${index.toString()}]`]));
      if (wrong.length === 0) {
        expect([generation?.images.length, error]).toEqual([items.length, undefined]);
        return;
      }
      expect(generation).toBeUndefined();
      const fields = error instanceof InvalidRequestError ? error.problems.map(({ field }) => field) : [];
      expect(fields.length).toBeGreaterThan(0);
      // What is of a wrong kind is told before anything is read.
      expect(wrong.filter((field) => fields.includes(field))).toEqual(fields);
    }), { numRuns: 300 });
  });
});

describe('what errors say of an input', () => {
  it.each<[Parameters<typeof describeInput>[0], string]>([
    [new Uint8Array(12), '12 bytes'],
    [new Blob(['abc']), '3 bytes'],
    ['data:image/png;base64,CANARY', 'a data: URL of 28 characters'],
    [new URL('data:image/png;base64,CANARY'), 'a data: URL of 28 characters'],
    ['https://user:CANARY@example.com:444/a%20b.png?key=CANARY#CANARY', '"https://example.com:444/a%20b.png"'],
    ['https://CANARY@[::1/a.png?CANARY', '"https:[::1/a.png"'],
    [new URL('file:///pictures/a.png'), '"file:/pictures/a.png"'],
    ['a "b".png', String.raw`"a \"b\".png"`],
    ['C:\\pictures\\a.png', String.raw`"C:\\pictures\\a.png"`],
    ['\u001b[31ma\u0007.png', String.raw`"\u001b[31ma\u0007.png"`],
    [`${'CANARY/'.repeat(100)}a.png`, 'a text of 705 characters'],
  ])('%j is shown as %s', (input, shown) => {
    expect(describeInput(input)).toBe(shown);
    expect(describeInput(input)).not.toContain('CANARY');
  });

  it('holds no content, whatever it was given as', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 48 }), (bytes) => {
      const base64 = Buffer.from(bytes).toString('base64');
      for (const input of [bytes, base64, `data:image/png;base64,${base64}`, `https://example.com/a?x=${base64}`]) expect(describeInput(input)).not.toContain(base64.slice(0, 12));
    }));
  });
});
