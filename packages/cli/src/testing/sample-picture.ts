import type { ImageFile } from '@hypotez/provider-core';
import { parseImage } from '@hypotez/provider-core/parse-image';
import sharp from 'sharp';

/** Four fields of one colour each: red and green above, blue and yellow below. */
export const FIELDS = [[220, 30, 30], [30, 200, 40], [20, 40, 210], [230, 220, 40]] as const;

/** A picture of four fields, encoded by another library than ours. */
export async function samplePicture(format: 'png' | 'jpeg' | 'webp' | 'avif', side = 512): Promise<ImageFile> {
  const data = new Uint8Array(side * side * 3);
  for (let index = 0; index < side * side; index += 1) {
    const isRight = index % side >= side / 2 ? 1 : 0;
    const isBelow = Math.floor(index / side) >= side / 2 ? 2 : 0;
    data.set(FIELDS[isRight + isBelow] ?? [], index * 3);
  }
  const bytes = await sharp(data, { raw: { width: side, height: side, channels: 3 } }).toFormat(format, { quality: 95 }).toBuffer();
  return parseImage(new Uint8Array(bytes));
}

/** The colours in the middle of the four fields of RGBA pixels. */
export function fieldColours(pixels: Uint8Array | Uint8ClampedArray, { width, height }: { readonly width: number; readonly height: number }): readonly (readonly number[])[] {
  return [[1, 1], [3, 1], [1, 3], [3, 3]].map(([x = 0, y = 0]) => {
    const start = (Math.floor((height * y) / 4) * width + Math.floor((width * x) / 4)) * 4;
    return [...pixels.subarray(start, start + 3)];
  });
}

/** The largest difference between two lists of colours, in steps of 256. */
export function colourDifference(some: readonly (readonly number[])[], others: readonly (readonly number[])[]): number {
  return Math.max(...some.flatMap((colour, field) => colour.map((value, channel) => Math.abs(value - (others[field]?.[channel] ?? Number.NaN)))));
}
