import type { PluginEvent, ImageFile, ImageResponse } from '@hypotez/provider-core';
import type { Failure } from '../errors/failure.ts';

/** A picture that lies on the disk. */
export interface SavedPicture {
  /** Absolute path. */
  readonly path: string;
  readonly image: ImageResponse;
  readonly file: ImageFile;
}

/** Tells the user, or another program, how the run goes. */
export interface Reporter {
  event(event: PluginEvent): void;
  /** Something that was done otherwise than asked. */
  notice(text: string): void;
  saved(picture: SavedPicture): void;
  failed(failure: Failure): void;
  /** Takes back whatever is only shown for the moment. */
  close(): void;
}
