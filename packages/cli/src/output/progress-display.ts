import type { ImageFile, PluginEvent } from '@hypotez/provider-core';
import type { PictureBatch } from './picture-batch.ts';

/** The part of the output that shows how far the run is. */
export interface ProgressDisplay {
  /** Whether `picture` shows anything. */
  readonly showsPictures: boolean;
  begin(batch: PictureBatch): void;
  show(event: PluginEvent): void;
  /** Shows the picture itself; a later one takes its place. Never rejects. */
  picture(file: ImageFile): Promise<void>;
  /** There is no more to come of this picture, by its index in the run. */
  done(position: number): void;
  /** Makes room for lines that stay. A picture stays above them if it is finished, else it goes. */
  hide(picture: 'finished' | 'unfinished'): void;
}
