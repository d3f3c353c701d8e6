import { BadImageError } from '../errors/bad-image-error.ts';
import { ProviderError } from '../errors/provider-error.ts';
import { UnsafeUrlError } from '../errors/unsafe-url-error.ts';
import { looksLikeContent } from './describe-input.ts';
import type { KeptInput } from './input-images.ts';
import { UnusableInputError } from './unusable-input-error.ts';

/** What an input has to be. */
export const IMAGE_RULE = 'a whole PNG, JPEG, WebP, GIF or AVIF image';

/** Says why an input cannot be used, to be read in brackets behind what was given. */
export function reasonOf(thrown: unknown, input: KeptInput): string {
  if (typeof input === 'string' && thrown instanceof UnusableInputError && looksLikeContent(input)) return 'base64 needs data:image/png;base64, before it';
  if (thrown instanceof UnusableInputError) return thrown.message;
  if (thrown instanceof UnsafeUrlError) return 'only URLs of the public internet are fetched, of port 80 or 443 and without credentials';
  if (thrown instanceof ProviderError) {
    const words = thrown.message.replace(/\.$/u, '');
    return thrown instanceof BadImageError ? words.replace(/^./u, (letter) => letter.toLowerCase()) : `it cannot be fetched: ${words}`;
  }
  return 'it cannot be read';
}
