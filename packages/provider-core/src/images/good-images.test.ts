import { describe, expect, it } from 'vitest';
import { BadImageError } from '../errors/bad-image-error.ts';
import { sampleImage, type SampleImage } from '../testing/sample-images.ts';
import { parseImage } from './parse-image.ts';

/** How many pictures are made: 1000, or what `HYPOTEZ_TEST_IMAGES` says: `HYPOTEZ_TEST_IMAGES=10000 npx vitest run src/images/good-images.test.ts`. */
const COUNT = Number(process.env['HYPOTEZ_TEST_IMAGES'] ?? 1000);

/** Pictures with the numbers 1 to `COUNT`, a few at a time: sharp works in threads. */
async function* samples(): AsyncGenerator<SampleImage, void, undefined> {
  for (let first = 1; first <= COUNT; first += 8) {
    yield* await Promise.all(Array.from({ length: Math.min(8, COUNT - first + 1) }, (_item, index) => sampleImage(first + index)));
  }
}

describe('a picture of a real encoder', () => {
  it(`is taken for what it is, ${COUNT.toString()} times`, async () => {
    const seen = new Map<string, number>();
    for await (const { name, bytes, mediaType, width, height } of samples()) {
      expect(parseImage(bytes), name).toMatchObject({ mediaType, width, height, bytes });
      seen.set(mediaType, (seen.get(mediaType) ?? 0) + 1);
    }
    expect([...seen.keys()].toSorted()).toEqual(['image/avif', 'image/gif', 'image/jpeg', 'image/png', 'image/webp']);
  }, 60_000 + COUNT * 50);

  it('is refused when anything is missing at its end', async () => {
    const formats = new Set<string>();
    for (let number = 1; formats.size < 5; number += 1) {
      const { name, bytes, mediaType } = await sampleImage(number);
      // Long ones would only take longer.
      if (formats.has(mediaType) || bytes.length > 20_000) continue;
      formats.add(mediaType);
      for (let length = 0; length < bytes.length; length += 1) {
        const refusal = refusalOf(bytes.subarray(0, length));
        if (!(refusal instanceof BadImageError)) expect.fail(`${name}: its first ${length.toString()} bytes`);
      }
    }
  });
});

function refusalOf(bytes: Uint8Array): unknown {
  try {
    parseImage(bytes);
    return undefined;
  } catch (thrown) {
    return thrown;
  }
}
