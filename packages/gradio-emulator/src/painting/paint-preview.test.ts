import { describe, expect, it } from 'vitest';
import { paintPicture } from './paint-picture.ts';
import { paintPreview } from './paint-preview.ts';

const picture = await paintPicture({
  prompt: 'hills',
  negativePrompt: '',
  seed: 3,
  width: 128,
  height: 96,
  guidanceScale: 4.5,
  steps: 28,
});

function distance(progress: number): number {
  const { pixels } = paintPreview(picture, 3, progress);
  return pixels.reduce((sum, value, index) => sum + Math.abs(value - (picture.pixels[index] ?? 0)), 0) / pixels.length;
}

describe('paintPreview', () => {
  it('comes closer to the picture with every step', () => {
    const distances = [0, 0.25, 0.5, 0.75, 0.95].map(distance);
    expect(distances).toEqual(distances.toSorted((a, b) => b - a));
    expect(distances[0]).toBeGreaterThan(40);
  });

  it('is the picture at the end', () => {
    expect(paintPreview(picture, 3, 1)).toEqual(picture);
  });

  it('is the same for the same seed and another for another', () => {
    expect(paintPreview(picture, 3, 0.5)).toEqual(paintPreview(picture, 3, 0.5));
    expect(paintPreview(picture, 4, 0.5)).not.toEqual(paintPreview(picture, 3, 0.5));
  });
});
