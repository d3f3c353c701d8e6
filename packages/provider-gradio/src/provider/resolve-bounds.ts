import type { GenerationBounds } from '@hypotez/provider-core';
import { requireOption } from './require-option.ts';

/**
 * Puts an application's bounds over a plugin's own.
 *
 * @throws {ConfigurationError} when a range is empty or no range.
 */
export function resolveBounds(own: GenerationBounds, changed: Partial<GenerationBounds> = {}): GenerationBounds {
  const bounds = { ...own, ...changed };
  for (const [name, { min, max }] of Object.entries(bounds)) requireOption(min <= max, `bounds.${name}`, 'a min of at most max');
  return bounds;
}
