import { describe, expect, it } from 'vitest';
import { fitPicture } from './fit-picture.ts';

const cell = { width: 10, height: 20 };

describe('fitPicture', () => {
  it('leaves lines for the text and keeps the ratio', () => {
    expect(fitPicture({ width: 1024, height: 1024 }, { columns: 100, rows: 24, cell })).toEqual({ columns: 38, rows: 19, pixels: { width: 380, height: 380 } });
  });

  it('is as narrow as the terminal', () => {
    expect(fitPicture({ width: 1024, height: 512 }, { columns: 21, rows: 50, cell })).toEqual({ columns: 20, rows: 5, pixels: { width: 200, height: 100 } });
  });

  it('enlarges nothing', () => {
    expect(fitPicture({ width: 1, height: 1 }, { columns: 80, rows: 24, cell })).toEqual({ columns: 1, rows: 1, pixels: { width: 1, height: 1 } });
  });

  it('gives up where there is no room', () => {
    expect(fitPicture({ width: 64, height: 64 }, { columns: 80, rows: 7, cell })).toBeUndefined();
    expect(fitPicture({ width: 64, height: 64 }, { columns: 1, rows: 24, cell })).toBeUndefined();
  });

  it('never is larger than the room, whatever the picture', () => {
    for (const [width, height] of [[16_384, 1], [1, 16_384], [333, 777], [1024, 1024]] as const) {
      for (let columns = 2; columns < 130; columns += 7) {
        const fitted = fitPicture({ width, height }, { columns, rows: 24, cell });
        expect(fitted?.columns).toBeLessThan(columns);
        expect(fitted?.rows).toBeLessThanOrEqual(19);
        expect(fitted?.pixels.width).toBeGreaterThan(0);
      }
    }
  });
});
