import { setImmediate } from 'node:timers/promises';
import { Canvas } from './canvas.ts';
import { finishPicture } from './finish-picture.ts';
import { paintBalloons, paintBirds, paintBoat, paintCity, paintHouse } from './paint-details.ts';
import { composeRidges, paintHills } from './paint-hills.ts';
import { paintLighthouse } from './paint-lighthouse.ts';
import { paintShore } from './paint-shore.ts';
import { paintSky } from './paint-sky.ts';
import { paintTrees } from './paint-trees.ts';
import { paintWater } from './paint-water.ts';
import type { Picture, PictureSettings } from './picture.ts';
import { composeScene } from './scene.ts';

/** Most pixels that are painted: painting holds the thread. */
export const maximumPixels = 2048 * 2048;

/**
 * Paints the picture of the given settings: a landscape that prompt and seed compose.
 *
 * Lets other work in between its parts. Rejects with a `RangeError` for no pixels or more than 2048 × 2048.
 */
export async function paintPicture(settings: PictureSettings): Promise<Picture> {
  const { width, height } = settings;
  const isWhole = [width, height].every((side) => Number.isInteger(side) && side >= 1);
  if (!isWhole || width * height > maximumPixels)
    throw new RangeError(`Cannot paint ${width.toString()} x ${height.toString()} pixels.`);
  const scene = composeScene(settings);
  const canvas = new Canvas(width, height);
  const ridges = composeRidges(scene, width, height);
  const { motifs } = scene;
  // From back to front; water comes after everything that it mirrors.
  paintSky(canvas, scene);
  await setImmediate();
  if (motifs.has('balloons')) paintBalloons(canvas, scene);
  if (motifs.has('birds')) paintBirds(canvas, scene);
  const [, , middle, near] = ridges;
  paintHills(canvas, scene, ridges.slice(0, 2), middle);
  if (motifs.has('city') && middle !== undefined) paintCity(canvas, scene, middle);
  await setImmediate();
  paintHills(canvas, scene, ridges.slice(2));
  if (motifs.has('forest')) paintTrees(canvas, scene, ridges);
  // Without water the nearest hill lies at the viewer's feet, behind the grass.
  const home = motifs.has('water') ? near : middle;
  if (motifs.has('house') && home !== undefined) paintHouse(canvas, scene, home);
  if (motifs.has('lighthouse')) paintLighthouse(canvas, scene, home);
  await setImmediate();
  if (motifs.has('water')) {
    paintWater(canvas, scene);
    if (motifs.has('boat')) paintBoat(canvas, scene);
    await setImmediate();
  }
  paintShore(canvas, scene);
  return finishPicture(canvas, settings);
}
