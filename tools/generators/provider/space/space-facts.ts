/** One input of a Space's function, as data. */
export interface InputFact {
  readonly name: string;
  readonly component: string;
  /** A field of a request, or a constant. */
  readonly value: string | { readonly constant: unknown };
  readonly fallback?: unknown;
}

/** What the package of a Space is made of, beside its names. */
export interface SpaceFacts {
  /** Path of the function. */
  readonly apiEndpoint: string;
  readonly inputs: readonly InputFact[];
  readonly capabilities: Readonly<Record<string, unknown>>;
  readonly bounds: Readonly<Record<string, unknown>>;
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Index of the output that holds the picture. */
  readonly imageOutput: number;
  /** The request of the example. */
  readonly request: Readonly<Record<string, unknown>>;
  /** What is sent for it. */
  readonly payload: string;
}

/** What most Spaces look like that paint with a diffusion model; for one that could not be asked. */
export const usualSpace: SpaceFacts = {
  apiEndpoint: '/gradio_api/call/infer',
  inputs: [
    { name: 'prompt', component: 'textbox', value: 'prompt' },
    { name: 'negative_prompt', component: 'textbox', value: 'negativePrompt' },
    { name: 'seed', component: 'slider', value: 'seed' },
    { name: 'randomize_seed', component: 'checkbox', value: 'randomizeSeed' },
    { name: 'width', component: 'slider', value: 'width' },
    { name: 'height', component: 'slider', value: 'height' },
    { name: 'guidance_scale', component: 'slider', value: 'guidanceScale' },
    { name: 'num_inference_steps', component: 'slider', value: 'numInferenceSteps' },
  ],
  capabilities: {
    previews: false, progress: true, queuePosition: true, remoteCancel: true, seedInAnswer: true, negativePrompt: true, imageInput: 0, mask: false, strength: false,
  },
  bounds: {
    size: { min: 256, max: 1024, multipleOf: 32 },
    seed: { min: 0, max: 2_147_483_647 },
    guidanceScale: { min: 0, max: 10 },
    numInferenceSteps: { min: 1, max: 50 },
    n: { min: 1, max: 10 },
    imagesPerCall: 1,
  },
  defaults: { aspectRatio: '1:1', guidanceScale: 4.5, numInferenceSteps: 28, seed: 0 },
  imageOutput: 0,
  request: { prompt: 'a lighthouse at dawn', seed: 42 },
  payload: '{"data":["a lighthouse at dawn","",42,false,1024,1024,4.5,28],"session_hash":"00000000-0000-4000-8000-000000000000"}',
};
