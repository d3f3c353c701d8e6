import { describeDuration } from './describe-duration.ts';
import { batchLabel, type PictureBatch } from './picture-batch.ts';
import { ofTotal } from './picture-number.ts';
import { fitColumns, textColumns } from './text-columns.ts';

/** What the line below the progress tells. */
export interface LiveStatus {
  readonly batch: PictureBatch;
  /** Milliseconds since these pictures were begun. */
  readonly elapsedMs: number;
}

/** Which pictures they are and how long it has taken, in the longest form that fits. */
export function statusLine({ batch, elapsedMs }: LiveStatus, columns: number): string {
  const elapsed = describeDuration(elapsedMs);
  const label = batchLabel(batch);
  const { index, count, total } = batch;
  const numbers = `${index}${count === 1 ? '' : `–${index + count - 1}`}${ofTotal(total)}`;
  const forms = label === undefined
    ? [`${elapsed} so far`, elapsed]
    : [`${label}, ${elapsed} so far`, `${label}, ${elapsed}`, `${numbers}, ${elapsed}`];
  return forms.find((form) => textColumns(form) <= columns) ?? fitColumns(elapsed, columns);
}
