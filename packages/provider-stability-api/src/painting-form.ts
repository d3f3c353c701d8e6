import type { Generation } from '@hypotez/provider-core';
import { endpointOf } from './endpoint-of.ts';
import { isShapeGiven } from './is-shape-given.ts';
import { requestOption } from './request-options.ts';

/** How far a picture may go from its input image when the request does not say: the service has no default. */
const DEFAULT_STRENGTH = 0.7;

/** The form that asks for a picture. What the request leaves to the service is not sent, but for the seed. */
export function paintingForm(generation: Generation, seed: number | undefined): FormData {
  const { prompt, negativePrompt, model, images: [image], strength = DEFAULT_STRENGTH, aspectRatio, given, guidanceScale, providerOptions } = generation;
  const isSd3 = endpointOf(model) === 'sd3';
  const fields = {
    prompt,
    model: isSd3 ? model : undefined,
    mode: isSd3 && image !== undefined ? 'image-to-image' : undefined,
    strength: image === undefined ? undefined : strength,
    // With an image the picture has its shape, unless it was said.
    aspect_ratio: image === undefined || isShapeGiven(generation) ? aspectRatio : undefined,
    negative_prompt: negativePrompt,
    seed,
    cfg_scale: given.has('guidanceScale') ? guidanceScale : undefined,
    style_preset: requestOption('stylePreset', providerOptions),
    output_format: requestOption('outputFormat', providerOptions),
  };
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, String(value));
  if (image !== undefined) form.set('image', new Blob([image.bytes], { type: image.mediaType }), `image.${image.extension}`);
  return form;
}
