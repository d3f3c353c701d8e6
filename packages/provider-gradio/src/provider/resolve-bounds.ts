import { ConfigurationError, type GenerationBounds } from '@hypotez/provider-core';

/**
 * Puts an application's bounds over a plugin's own.
 *
 * @throws {ConfigurationError} when a range is empty or no range.
 */
export function resolveBounds(own: GenerationBounds, changed: Partial<GenerationBounds> = {}): GenerationBounds {
  const bounds = { ...own, ...changed };
  for (const [name, { min, max }] of Object.entries(bounds)) {
    if (!(min <= max)) throw new ConfigurationError(`bounds.${name} goes from ${String(min)} to ${String(max)}; allowed is min at most max.`);
  }
  return bounds;
}
