import type { ImageFile, PluginEvent } from '@hypotez/provider-core';
import type { PictureNumber } from './picture-number.ts';

/** The part of the output that shows how far the run is. */
export interface ProgressDisplay {
  /** Whether `picture` shows anything. */
  readonly showsPictures: boolean;
  begin(number: PictureNumber): void;
  show(event: PluginEvent): void;
  /** Shows the picture itself; a later one takes its place. Never rejects. */
  picture(file: ImageFile): Promise<void>;
  /** Makes room for lines that stay. A picture stays above them if it is finished, else it goes. */
  hide(picture: 'finished' | 'unfinished'): void;
}
