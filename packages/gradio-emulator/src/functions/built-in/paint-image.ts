import type { SpaceImage } from '../space-function.ts';
import { encodePng } from '../../painting/encode-png.ts';
import { paintPicture } from '../../painting/paint-picture.ts';

/** Side of the pictures of functions that take no size, pixels. */
const side = 256;

/** Paints a picture for functions that take a prompt and little else. */
export async function paintImage(prompt: string, seed = 0): Promise<SpaceImage> {
  const size = { width: side, height: side };
  const picture = await paintPicture({ prompt, negativePrompt: '', seed, ...size, guidanceScale: 4.5, steps: 28 });
  return { bytes: await encodePng(picture) };
}
