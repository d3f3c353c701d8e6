import type { Canvas } from './canvas.ts';
import { clamp } from './color.ts';
import { createNoise, fractal } from './noise.ts';
import type { Scene } from './scene.ts';

/** Paints water below the horizon: what stands above it upside down, rippled, with a path of light. */
export function paintWater(canvas: Canvas, scene: Scene): void {
  const { width, height, data } = canvas;
  const noise = createNoise(scene.random('water'));
  const shore = Math.max(Math.round(scene.horizon * height), 1);
  const { water, light, haze } = scene.palette;
  const hasDisc = scene.motifs.has('sun') || scene.motifs.has('moon');
  const octaves = Math.min(scene.octaves, 3);
  const stretch = (0.92 * shore) / Math.max(height - shore, 1);
  for (let y = shore; y < height; y += 1) {
    const depth = (y - shore) / (height - shore);
    // Ripples are wide and slow near the viewer, fine at the far shore.
    const scale = 1 / (0.02 + depth * 0.9);
    const rim = 0.5 * clamp(1 - depth * 14);
    for (let x = 0; x < width; x += 1) {
      const u = (x / height - scene.aspect / 2) * scale;
      const ripple = fractal(noise, u * 1.6 + 50, scale * 9 + u * 0.15, octaves) - 0.5;
      const swing = ripple * depth * height;
      const sampleY = limit(shore - 1 - (y - shore) * stretch - swing * 0.09, shore - 1);
      const source = (sampleY * width + limit(x + swing * 0.07, width - 1)) * 3;
      const tint = clamp(0.24 + 0.4 * depth + clamp(-ripple) * 0.5);
      const off = Math.abs(x / width - scene.discX) * scene.aspect;
      const path = hasDisc ? clamp(1 - off / (0.035 + 0.12 * depth)) : 0;
      const glitter = 0.75 * path * clamp(ripple * 5 + 0.15);
      const index = (y * width + x) * 3;
      // Channel by channel instead of with colours: a million small arrays would cost more than the noise.
      for (let channel = 0; channel < 3; channel += 1) {
        let value = data[source + channel] ?? 0;
        value += ((water[channel] ?? 0) - value) * tint;
        value += ((haze[channel] ?? 0) - value) * rim;
        value += ((light[channel] ?? 0) - value) * glitter;
        data[index + channel] = value;
      }
    }
  }
}

function limit(value: number, maximum: number): number {
  return Math.min(Math.max(Math.round(value), 0), maximum);
}
