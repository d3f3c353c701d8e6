import type { Random } from './random.ts';

/** Smooth noise from 0 to 1 over a plane; one unit is one cell of the lattice. */
export type Noise = (x: number, y: number) => number;

const size = 256;

/** Makes value noise that repeats every 256 cells. */
export function createNoise(random: Random): Noise {
  const lattice = Float32Array.from({ length: size }, random);
  const order = Uint8Array.from({ length: size }, (_, index) => index);
  for (let index = size - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const kept = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = kept;
  }
  return (x, y) => {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const dx = x - left;
    const dy = y - top;
    const across = dx * dx * (3 - 2 * dx);
    const here = order[left & 255] ?? 0;
    const next = order[(left + 1) & 255] ?? 0;
    const upperLeft = lattice[order[(here + top) & 255] ?? 0] ?? 0;
    const upperRight = lattice[order[(next + top) & 255] ?? 0] ?? 0;
    const lowerLeft = lattice[order[(here + top + 1) & 255] ?? 0] ?? 0;
    const lowerRight = lattice[order[(next + top + 1) & 255] ?? 0] ?? 0;
    const upper = upperLeft + (upperRight - upperLeft) * across;
    const lower = lowerLeft + (lowerRight - lowerLeft) * across;
    return upper + (lower - upper) * dy * dy * (3 - 2 * dy);
  };
}

/** Sums octaves of noise, each twice as fine and half as strong; stays within 0–1. */
export function fractal(noise: Noise, x: number, y: number, octaves: number): number {
  let sum = 0;
  let total = 0;
  let strength = 1;
  let scale = 1;
  for (let octave = 0; octave < octaves; octave += 1) {
    // The offset keeps the octaves from sharing lattice points, which would show as a grid.
    sum += strength * noise(x * scale + octave * 17.3, y * scale + octave * 9.1);
    total += strength;
    strength /= 2;
    scale *= 2;
  }
  return sum / total;
}
