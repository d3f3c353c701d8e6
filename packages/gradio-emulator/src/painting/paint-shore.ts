import type { Canvas } from './canvas.ts';
import { mix } from './color.ts';
import { createNoise, fractal } from './noise.ts';
import { between } from './random.ts';
import type { Scene } from './scene.ts';

/** Paints the dark bank the viewer stands on, with grass against the light. */
export function paintShore(canvas: Canvas, scene: Scene): void {
  const random = scene.random('shore');
  const noise = createNoise(random);
  const { width, height } = canvas;
  const rises = random() < 0.5 ? 1 : -1;
  const color = mix(scene.palette.near, [0, 0, 0], 0.35);
  const bank = (x: number): number => {
    const across = (x / width - 0.5) * 2 * rises;
    return (
      (0.975 - 0.1 * Math.max(across, -0.25) ** 3 - 0.05 * (fractal(noise, (x / height) * 3, 1, scene.octaves) - 0.4)) *
      height
    );
  };
  for (let x = 0; x < width; x += 1) {
    const top = bank(x);
    for (let y = Math.max(Math.floor(top), 0); y < height; y += 1) {
      canvas.blend(x, y, color, Math.min(y + 1 - top, 1));
    }
  }
  const blades = Math.round(260 * scene.aspect * Math.min(scene.octaves / 5, 1));
  for (let blade = 0; blade < blades; blade += 1) {
    const x = random() * width;
    const foot = bank(x) + 2;
    const tall = between(random, 0.012, 0.05) * height;
    const bend = between(random, -0.5, 0.5) * tall;
    for (let rise = 0; rise < tall; rise += 1) {
      const share = rise / tall;
      const half = Math.max((1 - share) * height * 0.0014, 0.35);
      const middle = x + bend * share * share;
      canvas.fillRow(Math.round(foot - rise), middle - half, middle + half, color, 0.95);
    }
  }
}
