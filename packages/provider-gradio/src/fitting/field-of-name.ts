import { SPACE_FIELDS, type SpaceField } from '../provider/space-input.ts';

/** Names that parameters of Spaces have, by what they mean. Words are joined by `_`, as in Python. */
const NAMES: Readonly<Record<SpaceField, readonly string[]>> = {
  prompt: ['prompt', 'text', 'text_prompt', 'prompt_text', 'positive_prompt', 'input_text', 'user_prompt', 'caption', 'description', 'instruction'],
  negativePrompt: ['negative_prompt', 'negative', 'neg_prompt', 'n_prompt', 'prompt_negative', 'negative_prompt_text'],
  seed: ['seed', 'random_seed', 'seed_value', 'manual_seed', 'input_seed', 'generator_seed'],
  randomizeSeed: ['randomize_seed', 'randomise_seed', 'seed_randomize', 'use_random_seed', 'random_seed', 'randomize', 'random'],
  width: ['width', 'image_width', 'img_width', 'output_width', 'w'],
  height: ['height', 'image_height', 'img_height', 'output_height', 'h'],
  aspectRatio: ['aspect_ratio', 'aspect', 'ratio', 'image_ratio'],
  guidanceScale: ['guidance_scale', 'guidance', 'cfg', 'cfg_scale', 'true_cfg_scale', 'true_guidance_scale', 'classifier_free_guidance_scale'],
  numInferenceSteps: [
    'num_inference_steps', 'number_of_inference_steps', 'inference_steps', 'num_steps', 'number_of_steps', 'steps', 'sampling_steps', 'num_sampling_steps', 'sample_steps', 'n_steps', 'diffusion_steps',
  ],
  images: ['image'],
  mask: ['mask', 'mask_image', 'image_mask', 'input_mask', 'inpaint_mask'],
  strength: ['strength', 'denoising_strength', 'denoise_strength', 'denoise', 'image_strength', 'img2img_strength'],
};

/** The kinds of components that can hold the value of a field. */
const COMPONENTS: Readonly<Record<SpaceField, readonly string[]>> = {
  prompt: ['textbox'],
  negativePrompt: ['textbox'],
  seed: ['slider', 'number'],
  randomizeSeed: ['checkbox'],
  width: ['slider', 'number'],
  height: ['slider', 'number'],
  aspectRatio: ['dropdown', 'radio'],
  guidanceScale: ['slider', 'number'],
  numInferenceSteps: ['slider', 'number'],
  images: ['image', 'gallery'],
  mask: ['image'],
  strength: ['slider', 'number'],
};

/** Tells whether a component can hold the value of a field. */
export function canHold(component: string, field: SpaceField): boolean {
  return COMPONENTS[field].includes(component);
}

/** What an input takes, by its name and the kind of its component; `undefined` when they do not say. */
export function fieldOfName(name: string, component: string): SpaceField | undefined {
  const found = SPACE_FIELDS.find((field) => canHold(component, field) && NAMES[field].includes(name));
  // Whatever its name, a place for a picture wants one.
  return found ?? (canHold(component, 'images') ? 'images' : undefined);
}
