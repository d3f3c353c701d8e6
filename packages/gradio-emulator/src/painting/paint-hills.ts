import type { Canvas } from './canvas.ts';
import { clamp, mix, type Color } from './color.ts';
import { createNoise, fractal, type Noise } from './noise.ts';
import { between } from './random.ts';
import type { Scene } from './scene.ts';

/** One row of hills, from the far ones to the near. */
export interface Ridge {
  /** Height of the land above each column: pixels from the top of the canvas. */
  readonly line: Float32Array;
  /** 0 for the farthest, 1 for the nearest. */
  readonly nearness: number;
  readonly color: Color;
}

/** Lays out the hills of a scene, far ones first. */
export function composeRidges(scene: Scene, width: number, height: number): readonly Ridge[] {
  const random = scene.random('hills');
  const count = 4;
  const hasWater = scene.motifs.has('water');
  const ridges: Ridge[] = [];
  for (let index = 0; index < count; index += 1) {
    const noise = createNoise(random);
    const nearness = index / (count - 1);
    const isMountain = scene.motifs.has('mountains') && index < 2;
    // Hills stand behind water, but come down to the viewer without it.
    const foot = hasWater ? scene.horizon : scene.horizon + 0.4 * nearness ** 1.3;
    const rise = isMountain ? between(random, 0.3, 0.4) - 0.1 * index : between(random, 0.07, 0.15) * (1.4 - nearness);
    const frequency = isMountain ? between(random, 1.7, 2.3) : between(random, 1, 1.9) + nearness * 0.6;
    const shift = between(random, 0, 100);
    const line = new Float32Array(width);
    for (let x = 0; x < width; x += 1) {
      const u = (x / height) * frequency + shift;
      const roughness = isMountain
        ? peaks(noise, u, scene.octaves)
        : fractal(noise, u, 3.7, Math.min(scene.octaves, 5));
      line[x] = (foot - rise * (roughness - 0.12)) * height;
    }
    const share = isMountain ? 0.36 + 0.2 * index : 0.16 + 0.84 * nearness ** 1.1;
    const color = mix(scene.palette.haze, scene.palette.near, share);
    ridges.push({ line, nearness, color });
  }
  return ridges;
}

/**
 * Paints rows of hills over the sky, mist at their feet and snow on high peaks.
 *
 * `front` is the row that will be painted before them: what it hides is left out.
 */
export function paintHills(canvas: Canvas, scene: Scene, ridges: readonly Ridge[], front?: Ridge): void {
  const random = scene.random('slopes');
  for (const [index, ridge] of ridges.entries()) {
    const isMountain = scene.motifs.has('mountains') && index < 2;
    paintRidge(canvas, scene, ridge, createNoise(random), { isMountain, front: ridges[index + 1] ?? front });
  }
}

interface RidgeStyle {
  readonly isMountain: boolean;
  /** The row before it, which hides what lies below its line. */
  readonly front: Ridge | undefined;
}

function paintRidge(canvas: Canvas, scene: Scene, ridge: Ridge, noise: Noise, { isMountain, front }: RidgeStyle): void {
  const { width, height } = canvas;
  const { line, nearness, color } = ridge;
  const snow = mix(scene.palette.light, scene.palette.haze, 0.25 - 0.2 * nearness);
  const lit = mix(color, scene.palette.light, isMountain ? 0.24 : 0.1);
  const depth = height * (isMountain ? 0.34 : 0.2);
  const octaves = Math.min(scene.octaves, 4);
  // Wide enough that single crags do not draw stripes down the whole slope.
  const reach = Math.max(Math.round(height * 0.022), 1);
  const bottom = scene.motifs.has('water') ? Math.min(Math.round(scene.horizon * height), height) : height;
  for (let x = 0; x < width; x += 1) {
    const top = line[x] ?? height;
    // -1 right of the light, 1 left of it, turning gently below it.
    const side = Math.tanh((scene.discX * width - x) / (height * 0.2));
    const slope = ((line[Math.min(x + reach, width - 1)] ?? top) - (line[Math.max(x - reach, 0)] ?? top)) / (2 * reach);
    // The first pixel of the row before it lets some of what is behind it through.
    const hidden = Math.min(bottom, Math.floor(front?.line[x] ?? bottom) + 1);
    for (let y = Math.max(Math.floor(top), 0); y < hidden; y += 1) {
      const below = (y - top) / depth;
      const grain = fractal(
        noise,
        (x / height) * 17 - below * 4 * side,
        (y / height) * (isMountain ? 13 : 30),
        octaves,
      );
      // Slopes that face the light are brighter; the texture runs down the slope and fades with it.
      const shine = clamp(0.3 - side * slope * 0.6 * clamp(1 - below) + (grain - 0.5) * (1.5 - clamp(below)));
      let tone = mix(color, lit, shine);
      if (isMountain) {
        const cover = clamp((0.3 - below + (grain - 0.5) * 0.9) * 8) * (0.4 + 0.55 * shine);
        tone = mix(tone, snow, cover * clamp((scene.horizon * height - y) / (height * 0.08)));
      } else tone = mix(tone, shade(tone), clamp(0.5 - grain) * (0.4 + nearness));
      const mist = clamp(below) * (0.55 - 0.5 * nearness);
      canvas.blend(x, y, mix(tone, scene.palette.haze, mist), clamp(y + 1 - top));
    }
  }
}

// Noise folded at its middle makes sharp crests.
function peaks(noise: Noise, u: number, octaves: number): number {
  let sum = 0;
  let total = 0;
  let strength = 1;
  let scale = 1;
  for (let octave = 0; octave < octaves; octave += 1) {
    sum += strength * (1 - Math.abs(2 * noise(u * scale + octave * 11.3, octave * 5.7) - 1));
    total += strength;
    strength *= 0.46;
    scale *= 2.1;
  }
  return (sum / total) ** 1.35;
}

function shade([red, green, blue]: Color): Color {
  return [red * 0.55, green * 0.55, blue * 0.6];
}
