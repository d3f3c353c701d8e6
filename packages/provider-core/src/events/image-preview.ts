import { ImageResult, type ImageResultInit } from './image-result.ts';

/** A picture that is not finished yet; a later preview or the response replaces it. */
export class ImagePreview extends ImageResult {
  readonly type = 'preview';

  constructor(init: ImageResultInit) {
    super(init);
    Object.freeze(this);
  }

  override withIndex(index: number): ImagePreview {
    return new ImagePreview({ ...this.init, index });
  }
}
