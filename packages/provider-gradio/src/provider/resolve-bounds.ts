import { requireOption, type GenerationBounds } from '@hypotez/provider-core';

/**
 * Puts an application's bounds over a plugin's own. Unless they say otherwise, one job of the Space makes one image.
 *
 * @throws {ConfigurationError} when a range is empty or no range, or a job is to make no image.
 */
export function resolveBounds(own: GenerationBounds, changed: Partial<GenerationBounds> = {}): GenerationBounds {
  const { imagesPerCall = 1, ...ranges } = { ...own, ...changed };
  for (const [name, { min, max }] of Object.entries(ranges)) requireOption(min <= max, `bounds.${name}`, 'a min of at most max');
  requireOption(Number.isInteger(imagesPerCall) && imagesPerCall >= 1, 'bounds.imagesPerCall', 'a whole number from 1');
  return { ...ranges, imagesPerCall };
}
