import { requireOption, type GenerationBounds } from '@hypotez/provider-core';

/**
 * Checks the bounds that an application puts over a plugin's own.
 *
 * @throws {ConfigurationError} when a range is empty or no range, or a job is to make no image.
 */
export function requireBounds({ imagesPerCall = 1, ...ranges }: Partial<GenerationBounds>): void {
  for (const [name, range] of Object.entries(ranges)) requireOption(range === undefined || !('min' in range) || range.min <= range.max, `bounds.${name}`, 'a min of at most max');
  requireOption(Number.isInteger(imagesPerCall) && imagesPerCall >= 1, 'bounds.imagesPerCall', 'a whole number from 1');
}
