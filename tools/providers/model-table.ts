import type { AsyncGeneratorProvider, Capabilities, GenerationBounds, ProviderPlugin, SizeRule } from '@hypotez/provider-core';
import { markdownTable } from '../docs/markdown/markdown-table.ts';

/** Makes the table of a plugin's models, from its catalogue. */
export function modelTable({ models }: ProviderPlugin, provider: AsyncGeneratorProvider): string {
  return markdownTable(['model', 'aliases', 'sizes', 'images', 'takes', 'gives'], models.map(({ id, aliases }) => {
    const [capabilities, bounds] = [provider.capabilities(id), provider.boundsFor(id)];
    return [code([id]), code(aliases), sizesOf(bounds.size), imagesOf(bounds), takenBy(capabilities, bounds).join(', '), givenBy(capabilities).join(', ')];
  }));
}

/** What a model takes beside the prompt and the size. */
export function takenBy({ negativePrompt, imageInput, mask, strength }: Capabilities, { seed, guidanceScale, numInferenceSteps }: GenerationBounds): readonly string[] {
  return namesOf({
    'negative prompt': negativePrompt,
    seed: seed !== undefined,
    guidance: guidanceScale !== undefined,
    steps: numInferenceSteps !== undefined,
    [imageInput === 1 ? 'an input image' : `up to ${imageInput.toString()} input images`]: imageInput > 0,
    mask,
    strength,
  });
}

/** What comes of a run beside the picture, and whether leaving it cancels the job. */
export function givenBy({ queuePosition, progress, previews, seedInAnswer, remoteCancel }: Capabilities): readonly string[] {
  return namesOf({ 'queue position': queuePosition, progress, previews, seed: seedInAnswer, 'remote cancel': remoteCancel });
}

/** Names as code, with commas. */
export function code(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function sizesOf(rule: SizeRule): string {
  if ('aspectRatios' in rule) return `${rule.aspectRatios.join(', ')}, ${about(rule.pixels)}`;
  if ('sizes' in rule) return rule.sizes.map(({ width, height }) => `${width.toString()} × ${height.toString()}`).join(', ');
  const { min, max, multipleOf = 1, pixels } = rule;
  if (max === Infinity) return 'any';
  const sides = `${min.toString()} to ${max.toString()}${multipleOf === 1 ? '' : ` in steps of ${multipleOf.toString()}`}`;
  return pixels === undefined ? sides : `${sides}, by default ${about(pixels)}`;
}

function about(pixels: number): string {
  return `about ${Number((pixels / 1e6).toFixed(1)).toString()} million pixels`;
}

function imagesOf({ n, imagesPerCall = n.max }: GenerationBounds): string {
  return imagesPerCall === n.max ? `up to ${n.max.toString()} in a call` : `up to ${n.max.toString()}, ${imagesPerCall.toString()} a call`;
}

function namesOf(abilities: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.entries(abilities).flatMap(([name, is]) => (is ? [name] : []));
}
