import type { Canvas } from './canvas.ts';
import type { Picture, PictureSettings } from './picture.ts';
import { createRandom } from './random.ts';

/** The guidance scale at which colours are left as they are. */
const naturalGuidance = 4.5;

/** Turns a canvas into a picture: contrast and saturation by guidance, grain by steps, and darker corners. */
export function finishPicture(canvas: Canvas, settings: PictureSettings): Picture {
  const { width, height, data } = canvas;
  const { guidanceScale, steps } = settings;
  const guidance = Math.min(Math.max(guidanceScale, 0), 20) / naturalGuidance;
  const contrast = 0.6 + 0.4 * guidance;
  const saturation = 0.35 + 0.65 * guidance;
  const grain = 0.012 + 0.16 * Math.exp(-Math.max(steps, 1) / 9);
  const random = createRandom(`grain ${settings.seed.toString()}`);
  // Drawing a number for each pixel would cost more than the rest; a long table read from changing places does.
  const table = Float32Array.from({ length: 4099 }, () => random() + random() - 1);
  const pixels = new Uint8Array(width * height * 3);
  let place = 0;
  for (let y = 0; y < height; y += 1) {
    const down = y / height - 0.5;
    place = Math.floor(random() * table.length);
    for (let x = 0; x < width; x += 1) {
      const index = (y * width + x) * 3;
      const across = x / width - 0.5;
      const away = across * across + down * down;
      const corner = 1 - 0.76 * away * away;
      const red = data[index] ?? 0;
      const green = data[index + 1] ?? 0;
      const blue = data[index + 2] ?? 0;
      const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
      place = place + 1 === table.length ? 0 : place + 1;
      const speck = (table[place] ?? 0) * grain;
      const lift = (luma - 0.5) * contrast + 0.5 + speck;
      const strength = saturation * contrast;
      pixels[index] = toByte((lift + (red - luma) * strength) * corner);
      pixels[index + 1] = toByte((lift + (green - luma) * strength) * corner);
      pixels[index + 2] = toByte((lift + (blue - luma) * strength) * corner);
    }
  }
  return { width, height, pixels };
}

function toByte(value: number): number {
  return value <= 0 ? 0 : value >= 1 ? 255 : Math.floor(value * 255 + 0.5);
}
