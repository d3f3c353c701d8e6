import type { Canvas } from './canvas.ts';
import { clamp, gradient, mix, type Color } from './color.ts';
import { createNoise, fractal } from './noise.ts';
import { between } from './random.ts';
import type { Scene } from './scene.ts';

/** Paints air, light, stars, aurora and clouds over the whole canvas. */
export function paintSky(canvas: Canvas, scene: Scene): void {
  paintAir(canvas, scene);
  if (scene.motifs.has('stars')) paintStars(canvas, scene);
  if (scene.motifs.has('aurora')) paintAurora(canvas, scene);
  if (scene.motifs.has('sun') || scene.motifs.has('moon')) paintDisc(canvas, scene);
  if (scene.motifs.has('clouds')) paintClouds(canvas, scene);
}

function paintAir(canvas: Canvas, { palette, horizon, discX, discY, motifs }: Scene): void {
  const { width, height, data } = canvas;
  const hasDisc = motifs.has('sun') || motifs.has('moon');
  const reach = motifs.has('moon') ? 0.16 : 0.3;
  const strength = hasDisc ? (motifs.has('moon') ? 0.35 : 0.6) : 0;
  let index = 0;
  for (let y = 0; y < height; y += 1) {
    const [red, green, blue] = gradient(palette.sky, y / (height * horizon));
    const down = (y / height - discY) / reach;
    for (let x = 0; x < width; x += 1) {
      const across = (x - discX * width) / (height * reach);
      const glow = strength / (1 + 2.5 * (across * across + down * down));
      data[index] = red + (palette.light[0] - red) * glow;
      data[index + 1] = green + (palette.light[1] - green) * glow;
      data[index + 2] = blue + (palette.light[2] - blue) * glow;
      index += 3;
    }
  }
}

function paintStars(canvas: Canvas, scene: Scene): void {
  const random = scene.random('stars');
  const { width, height } = canvas;
  const count = Math.round(420 * scene.aspect * Math.max(scene.palette.stars, 0.35));
  for (let star = 0; star < count; star += 1) {
    const x = random() * width;
    const y = random() ** 1.3 * height * scene.horizon;
    const brightness = random() ** 3;
    const radius = (0.0006 + 0.0014 * brightness) * height;
    const tint = mix([0.75, 0.85, 1], [1, 0.9, 0.75], random());
    const fade = 1 - y / (height * scene.horizon);
    canvas.fillEllipse(x, y, radius, radius, tint, (0.35 + 0.65 * brightness) * fade);
    if (brightness > 0.75) canvas.glow(x, y, radius * 5, tint, 0.4 * fade);
  }
}

function paintAurora(canvas: Canvas, scene: Scene): void {
  const random = scene.random('aurora');
  const noise = createNoise(random);
  const { width, height } = canvas;
  for (let curtain = 0; curtain < 3; curtain += 1) {
    const base = between(random, 0.28, 0.5);
    const color: Color = curtain === 1 ? [0.55, 0.35, 0.95] : [0.25, 0.95, 0.6];
    for (let x = 0; x < width; x += 1) {
      const u = x / height;
      const foot = (base + 0.16 * (fractal(noise, u * 2.2, curtain * 9, 2) - 0.5)) * height;
      const rays = fractal(noise, u * 26, curtain * 5 + 40, 2);
      const strength = 0.75 * rays * clamp(2.2 * fractal(noise, u * 1.6, curtain * 3 + 70, 2) - 0.5);
      const top = foot - height * (0.14 + 0.22 * rays);
      for (let y = Math.max(Math.floor(top), 0); y < Math.min(foot + height * 0.03, height); y += 1) {
        const rise = (foot - y) / (foot - top);
        const alpha = rise < 0 ? 1 + rise * 6 : clamp(1 - rise) ** 1.6;
        canvas.blend(x, y, color, clamp(alpha) * strength);
      }
    }
  }
}

function paintDisc(canvas: Canvas, scene: Scene): void {
  const { width, height } = canvas;
  const x = scene.discX * width;
  const y = scene.discY * height;
  const radius = scene.discRadius * height;
  canvas.glow(x, y, radius * 3.4, scene.palette.light, 0.55);
  canvas.fillEllipse(x, y, radius, radius, scene.palette.light);
  if (!scene.motifs.has('moon')) return;
  const random = scene.random('craters');
  for (let crater = 0; crater < 9; crater += 1) {
    const angle = random() * 2 * Math.PI;
    const distance = radius * 0.75 * Math.sqrt(random());
    const size = radius * between(random, 0.07, 0.24);
    const craterX = x + Math.cos(angle) * distance;
    canvas.fillEllipse(craterX, y + Math.sin(angle) * distance, size, size * 0.92, [0.62, 0.62, 0.64], 0.3);
  }
}

/** Clouds are painted from a quarter-size field: they are soft, and noise is what costs. */
function paintClouds(canvas: Canvas, scene: Scene): void {
  const random = scene.random('clouds');
  const noise = createNoise(random);
  const { width, height } = canvas;
  const step = 4;
  const columns = Math.ceil(width / step) + 2;
  const rows = Math.ceil((height * scene.horizon) / step) + 2;
  const field = new Float32Array(columns * rows);
  const threshold = between(random, 0.46, 0.58);
  const drift = between(random, 0, 100);
  for (let row = 0; row < rows; row += 1) {
    const v = (row * step) / height;
    // Clouds flatten and gather towards the horizon, as they do in perspective.
    const depth = 1 / (1.15 - Math.min(v / scene.horizon, 1));
    for (let column = 0; column < columns; column += 1) {
      const u = (column * step) / height;
      const density = fractal(noise, u * 2.4 + drift, v * 3 * Math.sqrt(depth) + v * 5, Math.min(scene.octaves + 1, 6));
      field[row * columns + column] = clamp((density - threshold) * 4.2);
    }
  }
  const limit = Math.min(Math.floor(height * scene.horizon), height);
  for (let y = 0; y < limit; y += 1) {
    const row = Math.floor(y / step);
    const down = y / step - row;
    for (let x = 0; x < width; x += 1) {
      const column = Math.floor(x / step);
      const across = x / step - column;
      const index = row * columns + column;
      const upper = (field[index] ?? 0) * (1 - across) + (field[index + 1] ?? 0) * across;
      const lower = (field[index + columns] ?? 0) * (1 - across) + (field[index + columns + 1] ?? 0) * across;
      const density = upper * (1 - down) + lower * down;
      if (density <= 0) continue;
      // Thin rims catch the light; thick middles keep some of the shade of the sky.
      const shade = mix(scene.palette.cloud, scene.palette.haze, density * 0.7);
      canvas.blend(x, y, shade, density * 0.82);
    }
  }
}
