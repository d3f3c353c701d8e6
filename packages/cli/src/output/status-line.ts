import { describeDuration } from './describe-duration.ts';
import { pictureLabel, type PictureNumber } from './picture-number.ts';
import { fitColumns, textColumns } from './text-columns.ts';

/** What the line below the progress tells. */
export interface LiveStatus {
  readonly number: PictureNumber;
  /** Milliseconds since this picture was begun. */
  readonly elapsedMs: number;
}

/** Which picture it is and how long it has taken, in the longest form that fits. */
export function statusLine({ number, elapsedMs }: LiveStatus, columns: number): string {
  const elapsed = describeDuration(elapsedMs);
  const label = pictureLabel(number);
  const { index, total } = number;
  const forms = label === undefined
    ? [`${elapsed} so far`, elapsed]
    : [`${label}, ${elapsed} so far`, `${label}, ${elapsed}`, `${index}${total === undefined ? '' : ` of ${total}`}, ${elapsed}`];
  return forms.find((form) => textColumns(form) <= columns) ?? fitColumns(elapsed, columns);
}
