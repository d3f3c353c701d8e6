import { ImageResult, type ImageResultInit } from './image-result.ts';

/** One try at a provider, as far as its previews have to know of it. */
export interface PreviewedAttempt {
  /** Images that it did not give and will not give, by index; empty as long as it is under way. */
  readonly lost: Set<number>;
}

// Apart from the class: a preview is made by a plugin, which knows nothing of attempts, and is frozen.
const attempts = new WeakMap<ImagePreview, PreviewedAttempt>();

/** A picture that is not finished yet; a later preview or the response replaces it. */
export class ImagePreview extends ImageResult {
  readonly type = 'preview';

  constructor(init: ImageResultInit) {
    super(init);
    Object.freeze(this);
  }

  /** Whether its attempt failed: the picture that it shows will never be finished, another one is made from the beginning. */
  get superseded(): boolean {
    return attempts.get(this)?.lost.has(this.index) ?? false;
  }

  override withIndex(index: number): ImagePreview {
    return new ImagePreview({ ...this.init, index });
  }
}

/** Says which attempt a preview comes from. */
export function joinAttempt(preview: ImagePreview, attempt: PreviewedAttempt): void {
  attempts.set(preview, attempt);
}
