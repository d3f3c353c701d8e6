import { describe, expect, it } from 'vitest';
import { decodePng } from '../testing/decode-png.ts';
import { encodePng } from './encode-png.ts';

describe('encodePng', () => {
  it('writes a file that a strict reader takes, pixel for pixel', async () => {
    const pixels = Uint8Array.from({ length: 5 * 3 * 3 }, (_, index) => (index * 89) % 256);
    const picture = { width: 5, height: 3, pixels };
    expect(decodePng(await encodePng(picture))).toEqual(picture);
  });

  it('writes a single pixel', async () => {
    const picture = { width: 1, height: 1, pixels: Uint8Array.of(1, 2, 3) };
    expect(decodePng(await encodePng(picture))).toEqual(picture);
  });
});
