import type { Picture } from './picture.ts';
import { createRandom } from './random.ts';

/**
 * How a picture looks while it is still being made: noise at progress 0, clearing into the picture.
 *
 * At progress 1 it is the picture itself. `seed` chooses the noise.
 */
export function paintPreview(picture: Picture, seed: number, progress: number): Picture {
  if (progress >= 1) return picture;
  const { width, height, pixels } = picture;
  const left = 1 - Math.max(progress, 0);
  const cell = Math.max(1, Math.round((Math.min(width, height) / 64) * left));
  const columns = Math.ceil(width / cell);
  // The noise goes faster than the coarseness, so shapes show early, as they do in diffusion.
  const strength = left ** 1.4;
  const random = createRandom(`noise ${seed.toString()} ${cell.toString()}`);
  const preview = new Uint8Array(pixels.length);
  const noise = new Float32Array(columns * 3);
  for (let y = 0; y < height; y += 1) {
    if (y % cell === 0) for (let index = 0; index < noise.length; index += 1) noise[index] = random() * 255;
    const sampleY = Math.min(y - (y % cell) + (cell >> 1), height - 1);
    for (let x = 0; x < width; x += 1) {
      const column = Math.floor(x / cell);
      const sampleX = Math.min(column * cell + (cell >> 1), width - 1);
      const target = (y * width + x) * 3;
      const source = (sampleY * width + sampleX) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const value = pixels[source + channel] ?? 0;
        preview[target + channel] = value + ((noise[column * 3 + channel] ?? 0) - value) * strength;
      }
    }
  }
  return { width, height, pixels: preview };
}
