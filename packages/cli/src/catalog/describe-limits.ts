import type { Capabilities, NumberRange, SizeRule } from '@hypotez/provider-core';

/** The sizes of a model in a few words, and the ratio that is taken when nobody says. */
export function describeSizes(rule: SizeRule, usual?: string): string {
  const common = usual === undefined ? '' : ` (${usual})`;
  if ('sizes' in rule) return `${rule.sizes.map(({ width, height }) => `${width}x${height}`).join(', ')}${common}`;
  if ('aspectRatios' in rule) return `${rule.aspectRatios.join(' ')} of about ${(rule.pixels / 1e6).toFixed(1)} megapixels${common}`;
  const { min, max, multipleOf = 1 } = rule;
  return `${min} to ${max}${multipleOf === 1 ? '' : ` by ${multipleOf}`}${common}`;
}

/** A range, and what is taken when nobody says; `-` where the model has none. */
export function describeRange(range: NumberRange | undefined, usual?: number): string {
  if (range === undefined) return '-';
  const { min, max } = range;
  const words = min === max ? String(min) : `${min} to ${max}`;
  return usual === undefined ? words : `${words} (${usual})`;
}

/** What a model can do, as a list. */
export function describeCapabilities(capabilities: Capabilities): string {
  const { previews, progress, queuePosition, remoteCancel, seedInAnswer, negativePrompt, imageInput, mask, strength } = capabilities;
  const words: readonly (readonly [can: boolean, what: string])[] = [
    [previews, 'previews'], [progress, 'progress'], [queuePosition, 'queue position'], [remoteCancel, 'cancel'], [seedInAnswer, 'seed in the result'],
    [negativePrompt, 'negative prompt'], [imageInput > 0, imageInput === 1 ? '1 input image' : `${imageInput} input images`], [mask, 'mask'], [strength, 'strength'],
  ];
  return words.filter(([can]) => can).map(([, what]) => what).join(', ');
}
