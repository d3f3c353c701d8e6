import type { Billed } from './error-code.ts';
import type { ProviderError } from './provider-error.ts';

/** What several failures may have cost together: the worst that one of them says. */
export function worstBilled(errors: readonly ProviderError[]): Billed {
  if (errors.some(({ billed }) => billed === 'yes')) return 'yes';
  return errors.some(({ billed }) => billed === 'maybe') ? 'maybe' : 'no';
}
