import type { Canvas } from './canvas.ts';
import { mix, type Color } from './color.ts';
import type { Ridge } from './paint-hills.ts';
import { between, type Random } from './random.ts';
import type { Scene } from './scene.ts';

/** Paints pines along the nearer hills. */
export function paintTrees(canvas: Canvas, scene: Scene, ridges: readonly Ridge[]): void {
  const random = scene.random('trees');
  for (const ridge of ridges.slice(2)) {
    const size = (0.02 + 0.05 * ridge.nearness ** 2) * canvas.height * (scene.motifs.has('water') ? 0.55 : 1);
    const spacing = size * 0.34;
    let density = between(random, 0.3, 1);
    for (let x = -size; x < canvas.width + size; x += spacing * between(random, 0.5, 1.6)) {
      // Woods have edges and clearings: the density wanders.
      density = Math.min(Math.max(density + between(random, -0.25, 0.25), 0), 1);
      if (random() > density) continue;
      const column = Math.min(Math.max(Math.round(x), 0), canvas.width - 1);
      const foot = (ridge.line[column] ?? canvas.height) + size * between(random, 0.06, 0.35);
      const color = mix(ridge.color, scene.palette.near, 0.45 + 0.3 * random());
      paintPine(canvas, random, x, foot, size * between(random, 0.6, 1.35), color);
    }
  }
}

/** Paints one pine, standing on `foot`; lengths in pixels. */
function paintPine(canvas: Canvas, random: Random, x: number, foot: number, size: number, color: Color): void {
  const top = Math.floor(foot - size);
  const tiers = between(random, 5, 8);
  const lean = between(random, -0.03, 0.03) * size;
  for (let y = top; y <= foot; y += 1) {
    const down = (y - top) / size;
    const tier = (down * tiers) % 1;
    const half = size * 0.2 * down ** 0.8 * (0.55 + 0.45 * tier) * between(random, 0.88, 1.12) + 0.3;
    const middle = x + lean * (1 - down);
    const isTrunk = down > 0.93;
    const width = isTrunk ? size * 0.022 : half;
    canvas.fillRow(y, middle - width, middle + width, color, 0.97);
  }
}
