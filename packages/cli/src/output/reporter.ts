import type { PluginEvent, ImageFile, ImageResponse } from '@hypotez/provider-core';
import type { Failure } from '../errors/failure.ts';
import type { PictureNumber } from './picture-number.ts';

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
  /** What follows is about this picture. */
  begin(number: PictureNumber): void;
  event(event: PluginEvent): void;
  /** Shows the picture itself, where that is possible; a later one takes its place. Never rejects. */
  show(file: ImageFile): Promise<void>;
  /** Something that was done otherwise than asked. */
  notice(text: string): void;
  saved(picture: SavedPicture): void;
  failed(failure: Failure): void;
  /** Told after several pictures only. */
  summary(summary: Summary): void;
  /** Takes back whatever is only shown for the moment. */
  close(): void;
}
