import { describe, expect, it } from 'vitest';
import { Canvas } from './canvas.ts';
import { paintLighthouse } from './paint-lighthouse.ts';
import { composeScene, type Scene } from './scene.ts';

const size = { width: 200, height: 200 };
const compose = (prompt: string): Scene =>
  composeScene({ prompt, negativePrompt: '', seed: 5, ...size, guidanceScale: 4.5, steps: 20 });

describe('paintLighthouse', () => {
  it('has red and white bands', () => {
    const canvas = paint(compose('a lighthouse at noon'));
    expect(count(canvas, (red, green) => red > 0.4 && red > 2.2 * green)).toBeGreaterThan(50);
    expect(count(canvas, (red, green, blue) => Math.min(red, green, blue) > 0.7)).toBeGreaterThan(50);
  });

  it('stands beside sun and moon, not before them', () => {
    const scene = compose('a lighthouse');
    const canvas = paint(scene);
    const disc = Math.round(scene.discX * size.width);
    const painted = Array.from({ length: size.height }, (_, y) => canvas.data[(y * size.width + disc) * 3] ?? 0);
    expect(Math.max(...painted)).toBeLessThan(0.5);
  });

  it('shines farther by night', () => {
    const lit = (prompt: string): number => count(paint(compose(prompt)), (red) => red > 0.12);
    expect(lit('a lighthouse at night')).toBeGreaterThan(lit('a lighthouse at noon'));
  });
});

function paint(scene: Scene): Canvas {
  const canvas = new Canvas(size.width, size.height);
  paintLighthouse(canvas, scene, undefined);
  return canvas;
}

function count(canvas: Canvas, isMeant: (red: number, green: number, blue: number) => boolean): number {
  let found = 0;
  for (let index = 0; index < canvas.data.length; index += 3) {
    const [red = 0, green = 0, blue = 0] = canvas.data.subarray(index, index + 3);
    if (isMeant(red, green, blue)) found += 1;
  }
  return found;
}
