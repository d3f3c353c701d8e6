import type { ImageResponse } from '@hypotez/provider-core';
import { packageVersion } from '../../command-line/package-version.ts';
import type { PictureMetadata } from '../../metadata/picture-metadata.ts';
import type { BatchTask } from './paint-batch.ts';

/** How a picture was made, with the values that were used where none were given. */
export function metadataOf(image: ImageResponse, { prompt, seed, options, registry }: Pick<BatchTask, 'prompt' | 'seed' | 'options' | 'registry'>): PictureMetadata {
  const { negativePrompt, aspectRatio, guidanceScale, numInferenceSteps, images, mask, strength, url, space, api, embedded } = options;
  const defaults = registry.candidates(options.model).find(({ id }) => id === image.provider)?.provider.defaults;
  return {
    prompt,
    negativePrompt,
    model: image.model,
    provider: image.provider,
    seed: image.seed ?? (seed === undefined ? undefined : seed + image.index),
    width: image.width,
    height: image.height,
    aspectRatio,
    guidanceScale: guidanceScale ?? defaults?.guidanceScale,
    numInferenceSteps: numInferenceSteps ?? defaults?.numInferenceSteps,
    images: images.length === 0 ? undefined : images,
    mask,
    strength,
    url,
    space,
    api,
    embedded,
    version: packageVersion(),
  };
}
