import type { Generation } from '@hypotez/provider-core';

/** What this provider takes in `providerOptions`, and what each option may be. */
export const REQUEST_OPTIONS = {
  stylePreset: [
    'enhance', 'anime', 'photographic', 'digital-art', 'comic-book', 'fantasy-art', 'line-art', 'analog-film', 'neon-punk', 'isometric', 'low-poly', 'origami',
    'modeling-compound', 'cinematic', '3d-model', 'pixel-art', 'tile-texture',
  ],
  outputFormat: ['png', 'jpeg', 'webp'],
} as const;

/** Options of a request for this provider alone, in `providerOptions['stability-api']`. */
export type StabilityApiRequestOptions = { readonly [Name in keyof typeof REQUEST_OPTIONS]?: (typeof REQUEST_OPTIONS)[Name][number] };

/** What a request says of one option; nothing where it says what there is not. */
export function requestOption(name: keyof StabilityApiRequestOptions, { [name]: given }: Generation['providerOptions']): string | undefined {
  const values: readonly string[] = REQUEST_OPTIONS[name];
  return values.find((value) => value === given);
}
