import { ProviderError, ResponseError } from '@hypotez/provider-core';
import type { JobFailure } from '../events/job-event.ts';
import { plainText } from '../text/plain-text.ts';
import { loadExplanations } from './load-explanations.ts';

/** Makes the typed error for the end of a job without a result. */
export async function jobError({ error, title }: Omit<JobFailure, 'type'>): Promise<ProviderError> {
  if (error instanceof ProviderError) return error;
  const words = plainText(error);
  const options = { billed: 'maybe' } as const;
  if (words === '') return new ResponseError("The Space's function failed and does not say why: its author hides errors.", options);
  const heading = plainText(title, 80);
  const explanations = await loadExplanations();
  const place = heading === '' || heading === 'Error' ? '' : ` (${heading})`;
  return explanations?.zeroGpuError(words, heading) ?? new ResponseError(`The Space says${place}: ${words}`, options);
}
