import { describe, expect, it } from 'vitest';
import { paintPicture } from './paint-picture.ts';
import type { Picture, PictureSettings } from './picture.ts';

const settings: PictureSettings = {
  prompt: 'a boat on a mountain lake at sunset',
  negativePrompt: '',
  seed: 1,
  width: 96,
  height: 64,
  guidanceScale: 4.5,
  steps: 28,
};

/** Mean difference of two pictures of one size, 0–255. */
function difference(first: Picture, second: Picture): number {
  let sum = 0;
  for (const [index, value] of first.pixels.entries()) sum += Math.abs(value - (second.pixels[index] ?? 0));
  return sum / first.pixels.length;
}

/** Mean distance of neighbouring pixels: how rough a picture is. */
function roughness({ pixels }: Picture): number {
  let sum = 0;
  for (let index = 3; index < pixels.length; index += 1)
    sum += Math.abs((pixels[index] ?? 0) - (pixels[index - 3] ?? 0));
  return sum / pixels.length;
}

/** Mean distance between the strongest and the weakest channel: how colourful a picture is. */
function colorfulness({ pixels }: Picture): number {
  let sum = 0;
  for (let index = 0; index < pixels.length; index += 3) {
    const pixel = pixels.subarray(index, index + 3);
    sum += Math.max(...pixel) - Math.min(...pixel);
  }
  return sum / (pixels.length / 3);
}

describe('paintPicture', () => {
  it('paints the same bytes for the same settings', async () => {
    expect(await paintPicture(settings)).toEqual(await paintPicture({ ...settings }));
  });

  it.each([
    ['prompt', { prompt: 'a city at night' }],
    ['negative prompt', { negativePrompt: 'blurry' }],
    ['seed', { seed: 2 }],
    ['guidance scale', { guidanceScale: 7.5 }],
    ['steps', { steps: 4 }],
  ])('shows a change of the %s', async (_, change) => {
    const changed = await paintPicture({ ...settings, ...change });
    expect(difference(await paintPicture(settings), changed)).toBeGreaterThan(3);
  });

  it.each([
    ['guidance scale', { guidanceScale: 4.6 }],
    ['steps', { steps: 29 }],
  ])('is moved even by one notch of the %s', async (_, change) => {
    const changed = await paintPicture({ ...settings, ...change });
    expect(changed.pixels).not.toEqual((await paintPicture(settings)).pixels);
  });

  it('has the width and height it was asked for', async () => {
    const picture = await paintPicture({ ...settings, width: 33, height: 47 });
    expect(picture).toMatchObject({ width: 33, height: 47 });
    expect(picture.pixels).toHaveLength(33 * 47 * 3);
  });

  it('gets more colourful with guidance', async () => {
    const pale = await paintPicture({ ...settings, guidanceScale: 0 });
    const strong = await paintPicture({ ...settings, guidanceScale: 7.5 });
    expect(colorfulness(strong)).toBeGreaterThan(2 * colorfulness(pale));
  });

  it('loses its grain with steps', async () => {
    const coarse = await paintPicture({ ...settings, steps: 1 });
    expect(roughness(coarse)).toBeGreaterThan(2 * roughness(await paintPicture(settings)));
  });

  it.each([
    [0, 64],
    [512.5, 64],
    [2049, 2048],
  ])('refuses %d × %d pixels', async (width, height) => {
    await expect(paintPicture({ ...settings, width, height })).rejects.toThrow(RangeError);
  });

  it.each([1, 2, 7])('paints a side of %d', async (side) => {
    const { pixels } = await paintPicture({ ...settings, width: side, height: side });
    expect(pixels).toHaveLength(side * side * 3);
  });
});
