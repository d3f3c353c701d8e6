import { UnavailableError } from '@hypotez/provider-core';

/** The Space is being built or is starting. */
export class SpaceBuildingError extends UnavailableError {
  static override readonly brand: string = 'gradio/SpaceBuildingError';
}
