import type { NumberBox, Slider, Textbox } from '../../components/space-component.ts';

/** The prompt of every function that paints. */
export const prompt = { type: 'textbox', label: 'Prompt', placeholder: 'Enter your prompt' } as const satisfies Textbox;

/** The picture that most functions return. */
export const result = { type: 'image', label: 'Result' } as const;

/** The pictures of a function that makes several. */
export const pictures = { type: 'gallery', label: 'Gallery' } as const;

/** The number of seconds that a function took. */
export const secondsTaken = { type: 'number', label: 'Seconds' } as const satisfies NumberBox;

/** A text that a function made. */
export const text = { type: 'textbox', label: 'Text' } as const satisfies Textbox;

/** Text of an error to be thrown. */
export const message = { type: 'textbox', label: 'Message' } as const satisfies Textbox;

/** How long a slow function takes. */
export const duration = { type: 'number', label: 'Seconds' } as const satisfies NumberBox;

/** Largest seed of the SD 3.5 interface. */
export const maximumSeed = 2 ** 31 - 1;

/** Input and output of the same name: the seed wanted, and the seed used. */
export const seed: Slider = { type: 'slider', label: 'Seed', minimum: 0, maximum: maximumSeed, step: 1, value: 0 };

const side = { type: 'slider', minimum: 512, maximum: 1024, step: 32, value: 1024 } as const;

/** The eight inputs of Stable Diffusion 3.5 Large, with the bounds of its interface. */
export const diffusionInputs = {
  prompt,
  negative_prompt: {
    type: 'textbox',
    label: 'Negative prompt',
    placeholder: 'Enter a negative prompt',
    visible: false,
  },
  seed,
  randomize_seed: { type: 'checkbox', label: 'Randomize seed', value: true },
  width: { ...side, label: 'Width' },
  height: { ...side, label: 'Height' },
  guidance_scale: { type: 'slider', label: 'Guidance scale', minimum: 0, maximum: 7.5, step: 0.1, value: 4.5 },
  num_inference_steps: {
    type: 'slider',
    label: 'Number of inference steps',
    minimum: 1,
    maximum: 50,
    step: 1,
    value: 40,
  },
} as const;
