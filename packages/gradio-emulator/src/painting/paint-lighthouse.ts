import type { Canvas } from './canvas.ts';
import { clamp, hex, mix, type Color } from './color.ts';
import type { Ridge } from './paint-hills.ts';
import { between } from './random.ts';
import type { Scene } from './scene.ts';

const white = hex('#f4efe6');
const red = hex('#b8392f');
const lamp = hex('#ffe6a3');
const bands = 5;

/** Where a lighthouse stands and how large it is, pixels. */
interface Tower {
  readonly x: number;
  /** Bottom of the tower. */
  readonly foot: number;
  /** From the foot to the gallery below the light. */
  readonly tall: number;
}

/** Paints a lighthouse on a rock, away from sun and moon, and its beams when the sky is dark enough. */
export function paintLighthouse(canvas: Canvas, scene: Scene, ridge: Ridge | undefined): void {
  const random = scene.random('lighthouse');
  const { width, height } = canvas;
  const side = scene.discX < 0.5 ? between(random, 0.64, 0.8) : between(random, 0.2, 0.36);
  const x = side * width;
  const ground = scene.motifs.has('water') ? scene.horizon * height : (ridge?.line[Math.round(x)] ?? height * 0.7);
  const tower = { x, foot: ground - 0.042 * height, tall: between(random, 0.22, 0.28) * height };
  paintBeams(canvas, scene, tower);
  paintRock(canvas, scene, tower, ground, scene.random('rock'));
  paintTower(canvas, scene, tower);
  paintLantern(canvas, scene, tower);
}

function paintRock(canvas: Canvas, scene: Scene, { x }: Tower, ground: number, random: () => number): void {
  const { height } = canvas;
  const color = mix(scene.palette.near, scene.palette.haze, 0.14);
  const reach = 0.17 * height;
  let edge = 0;
  for (let offset = -reach; offset <= reach; offset += 1) {
    edge = clamp(edge + (random() - 0.5) * 0.25 + 0.5) - 0.5;
    const share = (offset / reach) * (scene.discX * canvas.width < x ? -1 : 1);
    const top = 0.062 * height * Math.cos(share * (Math.PI / 2)) ** 0.7 * (1 + 0.35 * edge);
    const lit = mix(color, scene.palette.light, clamp(0.12 + 0.14 * share) * (1 - scene.palette.stars));
    for (let y = Math.floor(ground - top); y <= ground; y += 1) canvas.blend(Math.round(x + offset), y, lit, 1);
  }
}

function paintTower(canvas: Canvas, scene: Scene, { x, foot, tall }: Tower): void {
  const { height, width } = canvas;
  const isLitFromLeft = scene.discX * width < x;
  // Far enough away that the air takes some of its colours, and the night most of its light.
  const dim = 0.12 + 0.5 * scene.palette.stars;
  for (let rise = 0; rise < tall; rise += 1) {
    const share = rise / tall;
    const half = height * (0.0235 - 0.0085 * share);
    const paint = Math.floor(share * bands) % 2 === 0 ? white : red;
    const y = Math.round(foot - rise);
    for (let column = Math.floor(x - half); column <= x + half; column += 1) {
      const across = clamp((column + 0.5 - x) / half / 2 + 0.5) * 2 - 1;
      const shade = mix(paint, scene.palette.near, clamp(0.08 + 0.3 * (across * (isLitFromLeft ? 1 : -1) + 0.6)));
      const cover = Math.min(column + 1, x + half) - Math.max(column, x - half);
      canvas.blend(column, y, mix(shade, scene.palette.haze, dim * 0.6), cover);
    }
  }
  const window = mix(scene.palette.near, lamp, scene.palette.stars);
  for (const share of [0.28, 0.62]) {
    const y = foot - tall * share;
    const size = height * 0.0042;
    for (let row = -size * 1.6; row <= size * 1.6; row += 1)
      canvas.fillRow(Math.round(y + row), x - size, x + size, window);
  }
}

function paintLantern(canvas: Canvas, scene: Scene, { x, foot, tall }: Tower): void {
  const { height } = canvas;
  const dark = mix(scene.palette.near, scene.palette.haze, 0.08);
  const top = foot - tall;
  const rows = (from: number, to: number, half: (share: number) => number, color: Color): void => {
    for (let rise = from; rise < to; rise += 1) {
      const reach = height * half((rise - from) / (to - from));
      canvas.fillRow(Math.round(top - rise), x - reach, x + reach, color);
    }
  };
  const unit = 0.01 * height;
  rows(0, unit * 0.6, () => 0.0205, dark);
  rows(unit * 0.6, unit * 2.8, () => 0.0105, lamp);
  rows(unit * 2.8, unit * 4.4, (share) => 0.0135 * (1 - share) ** 0.7, mix(red, scene.palette.near, 0.35));
  rows(unit * 4.2, unit * 5.4, () => 0.0012, dark);
  canvas.glow(
    x,
    top - unit * 1.7,
    height * (0.05 + 0.07 * scene.palette.stars),
    lamp,
    0.35 + 0.4 * scene.palette.stars,
  );
}

function paintBeams(canvas: Canvas, scene: Scene, { x, foot, tall }: Tower): void {
  const { width, height } = canvas;
  const centre = foot - tall - 0.017 * height;
  const strength = 0.1 + 0.42 * scene.palette.stars;
  const slope = between(scene.random('beam'), -0.1, 0.02);
  for (const direction of [-1, 1]) {
    for (let away = 0; away < width; away += 1) {
      const column = Math.round(x + direction * away);
      if (column < 0 || column >= width) break;
      const middle = centre + slope * direction * away;
      const half = height * 0.006 + away * 0.085;
      const fade = strength * (1 - away / width) ** 2;
      for (let y = Math.floor(middle - half); y <= middle + half; y += 1) {
        canvas.blend(column, y, lamp, fade * (1 - Math.abs(y - middle) / half));
      }
    }
  }
}
