import { describeCause, type ImageResponse } from '@hypotez/provider-core';
import { ConformanceError } from '../conformance-error.ts';
import type { RunOutcome } from '../../runs/outcome-of.ts';

/** The image of a run that has to succeed. @throws {ConformanceError} when it has none. */
export function requireImage({ error, images: [image] }: RunOutcome): ImageResponse {
  if (image !== undefined && error === undefined) return image;
  const why = error === undefined ? 'no image' : describeCause(error).message;
  throw new ConformanceError(`A healthy service was answered by: ${why}`, 'Read the answer of the scenario\'s wire as the service documents it, or mend the wire.');
}
