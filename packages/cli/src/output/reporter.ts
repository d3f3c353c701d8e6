import type { PluginEvent, ImageFile, ImageResponse } from '@hypotez/provider-core';
import type { Failure } from '../errors/failure.ts';
import type { PictureBatch } from './picture-batch.ts';

/** A picture that lies on the disk. */
export interface SavedPicture {
  /** Absolute path. */
  readonly path: string;
  readonly image: ImageResponse;
  /** As it was written. */
  readonly file: ImageFile;
}

/** How a command with several pictures ended. */
export interface Summary {
  readonly painted: number;
  readonly failed: number;
  /** Pictures that were not begun; missing when nobody knows how many there are. */
  readonly left?: number | undefined;
}

/** Tells the user, or another program, how the run goes. */
export interface Reporter {
  /** Whether a picture that comes before the last one can be shown. */
  readonly showsPictures: boolean;
  /** What follows is about these pictures, by the indexes of their run. */
  begin(batch: PictureBatch): void;
  event(event: PluginEvent): void;
  /** Shows the picture itself, where that is possible; a later one takes its place. Never rejects. */
  show(file: ImageFile): Promise<void>;
  /**
   * Something that was done otherwise than asked.
   *
   * @param position the picture that it is about, by its index in the run; default: the command.
   */
  notice(text: string, position?: number): void;
  saved(picture: SavedPicture): void;
  /** @param positions the pictures that it costs, by their indexes in the run. */
  failed(failure: Failure, positions: readonly number[]): void;
  /** Told after several pictures only. */
  summary(summary: Summary): void;
  /** Takes back whatever is only shown for the moment. */
  close(): void;
}
