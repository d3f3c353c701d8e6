import { ofTotal, pictureLabel, type PictureNumber } from './picture-number.ts';

/** The pictures of one run: the first one of them, and how many there are. */
export interface PictureBatch extends PictureNumber {
  readonly count: number;
}

/** One picture of the batch by its index in the run, from 0. */
export function numberAt({ index, total, line }: PictureBatch, position: number): PictureNumber {
  return { index: index + position, total, line };
}

/** `Pictures 2, 4 to 6 of 9` for several of the batch, by their indexes in the run; nothing for the only one of a command. */
export function batchLabel(batch: PictureBatch, positions: readonly number[] = Array.from({ length: batch.count }, (_, position) => position)): string | undefined {
  const [first = 0] = positions;
  if (positions.length < 2) return pictureLabel(numberAt(batch, first));
  return `Pictures ${inRuns(positions.map((position) => batch.index + position))}${ofTotal(batch.total)}`;
}

/** `1, 3 to 5`: neighbours in one word, from three on. */
function inRuns(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (to - from > 1 ? `${from} to ${to}` : to === from ? String(from) : `${from}, ${to}`)).join(', ');
}
