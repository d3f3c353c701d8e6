import { ResponseError } from '@hypotez/provider-core';
import { plainText } from '../text/plain-text.ts';
import { zeroGpuError } from './zero-gpu-error.ts';

/** Makes the typed error for a job that the Space reports as failed: of its message, which may be hidden, and its heading. */
export function jobError(error: unknown, title?: unknown): ResponseError {
  const words = plainText(error);
  if (words === '') return new ResponseError("The Space's function failed and does not say why.", { billed: 'maybe' });
  const heading = plainText(title, 80);
  const place = heading === '' || heading === 'Error' ? '' : ` (${heading})`;
  return zeroGpuError(words, heading) ?? new ResponseError(`The Space says${place}: ${words}`, { billed: 'maybe' });
}
