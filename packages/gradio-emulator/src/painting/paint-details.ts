import type { Canvas } from './canvas.ts';
import { clamp, gradient, hex, mix, type Color } from './color.ts';
import type { Ridge } from './paint-hills.ts';
import { between } from './random.ts';
import type { Scene } from './scene.ts';

const lamp = hex('#ffd27a');

/** Paints a skyline of towers behind a row of hills, some of their windows lit. */
export function paintCity(canvas: Canvas, scene: Scene, hills: Ridge): void {
  const random = scene.random('city');
  const { width, height } = canvas;
  // Deep enough that no foot shows above the hills in front.
  const base = Math.min(hills.line.reduce((deepest, y) => Math.max(deepest, y)) + 2, height);
  for (const nearness of [0.35, 0.7]) {
    const color = mix(scene.palette.haze, scene.palette.near, nearness);
    const lit = mix(color, lamp, 0.85);
    for (let x = between(random, -0.04, 0) * height; x < width;) {
      const wide = between(random, 0.022, 0.06) * height;
      const middle = 1 - Math.abs(x / width - 0.5) * 1.3;
      const tall = between(random, 0.05, 0.24) * height * middle * (1.25 - nearness * 0.5);
      const top = base - tall;
      for (let y = Math.floor(top); y < base; y += 1) canvas.fillRow(y, x, x + wide, color, clamp(y + 1 - top));
      if (random() < 0.22) paintSpire(canvas, x + wide / 2, top, tall * 0.3, color);
      const pane = Math.max(height * 0.0034, 1);
      for (let row = top + pane * 2; row < base - pane * 2; row += pane * 2.6) {
        for (let column = x + pane; column < x + wide - pane * 1.5; column += pane * 2.4) {
          if (random() > 0.4) continue;
          for (let y = 0; y < pane; y += 1) canvas.fillRow(Math.round(row + y), column, column + pane, lit, 0.85);
        }
      }
      x += wide * between(random, 0.85, 1.3);
    }
  }
}

function paintSpire(canvas: Canvas, x: number, foot: number, size: number, color: Color): void {
  for (let y = 0; y < size; y += 1) {
    const half = 0.4 + (y / size) * 1.6;
    canvas.fillRow(Math.round(foot - size + y), x - half, x + half, color);
  }
}

/** Paints a house with lit windows on a hill. */
export function paintHouse(canvas: Canvas, scene: Scene, hill: Ridge): void {
  const random = scene.random('house');
  const { width, height } = canvas;
  const size = 0.05 * height * (scene.motifs.has('water') ? 0.8 : 1.3);
  const x = between(random, 0.15, 0.8) * width;
  const ground = (hill.line[Math.round(x + size / 2)] ?? height * 0.7) + size * 0.25;
  const wall = mix(scene.palette.near, scene.palette.haze, 0.16);
  const roof = mix(scene.palette.near, hex('#7a2f25'), 0.45);
  for (let y = 0; y < size * 0.55; y += 1) canvas.fillRow(Math.round(ground - y), x, x + size, wall);
  for (let y = 0; y < size * 0.45; y += 1) {
    const half = size * 0.6 * (1 - y / (size * 0.45));
    canvas.fillRow(Math.round(ground - size * 0.55 - y), x + size / 2 - half, x + size / 2 + half, roof);
  }
  for (let y = 0; y < size * 0.2; y += 1) {
    const row = Math.round(ground - size * 0.18 - y);
    canvas.fillRow(row, x + size * 0.18, x + size * 0.36, lamp);
    canvas.fillRow(row, x + size * 0.64, x + size * 0.82, lamp);
  }
  canvas.glow(x + size / 2, ground - size * 0.25, size * 1.1, lamp, 0.3);
}

/** Paints a sailing boat and its reflection. */
export function paintBoat(canvas: Canvas, scene: Scene): void {
  const random = scene.random('boat');
  const { width, height } = canvas;
  const size = between(random, 0.07, 0.11) * height;
  const x = between(random, 0.2, 0.8) * width;
  const y = between(random, scene.horizon + 0.08, scene.horizon + 0.18) * height;
  const hull = scene.palette.near;
  const sail = mix(scene.palette.cloud, scene.palette.light, 0.5);
  for (const side of [1, -1]) {
    const alpha = side === 1 ? 1 : 0.3;
    for (let rise = 0; rise < size; rise += 1) {
      const row = Math.round(y - side * rise);
      const share = rise / size;
      if (share < 0.13) canvas.fillRow(row, x - size * (0.36 + share), x + size * (0.4 + share), hull, alpha);
      else if (share > 0.17) {
        const half = size * 0.42 * (1 - (share - 0.17) / 0.83) ** 1.15;
        canvas.fillRow(row, x + size * 0.02, x + size * 0.02 + half, sail, alpha);
        canvas.fillRow(row, x - half * 0.62, x - size * 0.02, mix(sail, hull, 0.18), alpha);
      }
    }
  }
}

/** Paints a few birds far away. */
export function paintBirds(canvas: Canvas, scene: Scene): void {
  const random = scene.random('birds');
  const { width, height } = canvas;
  const color = mix(scene.palette.near, gradient(scene.palette.sky, 0.5), 0.25);
  const flockX = between(random, 0.25, 0.75) * width;
  const flockY = between(random, 0.15, 0.42) * height;
  const count = Math.round(between(random, 4, 11));
  for (let bird = 0; bird < count; bird += 1) {
    const x = flockX + between(random, -0.17, 0.17) * height;
    const y = flockY + between(random, -0.07, 0.07) * height;
    const span = between(random, 0.007, 0.017) * height;
    const lift = between(random, 0.35, 0.8);
    for (let offset = -span; offset <= span; offset += 0.5) {
      const share = Math.abs(offset) / span;
      const wing = y - Math.sin(share * Math.PI * 0.75) * span * lift * 0.6;
      const thick = Math.max(height * 0.0016 * (1.1 - share), 0.6);
      canvas.fillEllipse(x + offset, wing, thick, thick, color, 0.8);
    }
  }
}

/** Paints hot-air balloons at several distances. */
export function paintBalloons(canvas: Canvas, scene: Scene): void {
  const random = scene.random('balloons');
  const { width, height } = canvas;
  const colors = ['#d8433b', '#f0a830', '#2f7fb8', '#5aa05a', '#8a4f9e', '#f2efe4'].map(hex);
  const sizes = Array.from({ length: 5 }, () => between(random, 0.018, 0.06)).sort((a, b) => a - b);
  for (const size of sizes) {
    const radius = size * height;
    const x = between(random, 0.1, 0.9) * width;
    const y = between(random, 0.12, scene.horizon - 0.18) * height;
    const first = colors[Math.floor(random() * colors.length)] ?? lamp;
    const second = colors[Math.floor(random() * colors.length)] ?? lamp;
    const fade = 0.5 - size * 7;
    for (let row = -radius; row <= radius * 1.35; row += 1) {
      const share = row / radius;
      const half = share < 0 ? Math.sqrt(1 - share * share) : Math.max(Math.cos(share * 1.12) ** 0.8, 0.12);
      for (let column = -radius * half; column <= radius * half; column += 1) {
        const across = column / (radius * half + 0.01);
        // Stripes narrow towards the rim, as gores of a globe do.
        const stripe = Math.floor((Math.asin(clamp((across + 1) / 2) * 2 - 1) / Math.PI + 0.5) * 8) % 2 === 0;
        const lit = mix(
          stripe ? first : second,
          scene.palette.near,
          clamp(0.42 + across * 0.4 * Math.sign(x - scene.discX * width)) * 0.5,
        );
        canvas.blend(Math.round(x + column), Math.round(y + row), mix(lit, scene.palette.haze, clamp(fade)), 1);
      }
    }
    const basket = mix(scene.palette.near, scene.palette.haze, clamp(fade));
    for (let row = 0; row < radius * 0.22; row += 1) {
      canvas.fillRow(Math.round(y + radius * 1.58 + row), x - radius * 0.15, x + radius * 0.15, basket);
    }
  }
}
