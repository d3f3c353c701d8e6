import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

describe('createRandom', () => {
  it('gives the same numbers for the same seed, everywhere and always', () => {
    const random = createRandom('seed');
    const numbers = Array.from({ length: 3 }, () => Math.floor(random() * 2 ** 32));
    expect(numbers).toEqual([420104897, 3138671220, 3770065275]);
  });

  it('fills 0 to 1 evenly', () => {
    const random = createRandom('even');
    const counts = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 10_000; draw += 1) {
      const box = Math.floor(random() * 10);
      counts[box] = (counts[box] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
