import { ProviderModelMixin, createProviderContext, type ProviderContext, type ProviderSettings } from '@hypotez/provider-core';
import { GradioSpaceProvider, type GradioSpaceOptions, type SpaceInput } from '@hypotez/provider-gradio';
import { catalog } from './catalog.ts';

/** Options of this plugin: another `url`, `apiEndpoint`, `apiKey`, `bounds` or `stream` for a changed or private Space. */
export type StabilityAiSd35Options = GradioSpaceOptions;

/** Stable Diffusion 3.5 Large through its public Hugging Face Space. */
export class StabilityAI_SD35Large extends ProviderModelMixin(GradioSpaceProvider, catalog) {
  /** Path of the Space's function. */
  static readonly apiEndpoint: string = '/gradio_api/call/infer';

  readonly id = 'stabilityai-sd35';
  override readonly url = this.options.url ?? catalog.url;
  readonly apiEndpoint = this.options.apiEndpoint ?? StabilityAI_SD35Large.apiEndpoint;
  readonly inputs: readonly SpaceInput[] = [
    { name: 'prompt', component: 'textbox', value: 'prompt' },
    { name: 'negative_prompt', component: 'textbox', value: 'negativePrompt' },
    { name: 'seed', component: 'slider', value: 'seed' },
    { name: 'randomize_seed', component: 'checkbox', value: 'randomizeSeed' },
    { name: 'width', component: 'slider', value: 'width' },
    { name: 'height', component: 'slider', value: 'height' },
    { name: 'guidance_scale', component: 'slider', value: 'guidanceScale' },
    { name: 'num_inference_steps', component: 'slider', value: 'numInferenceSteps' },
  ];

  /** @throws {ConfigurationError} when an option is wrong. */
  constructor(options?: StabilityAiSd35Options, context: ProviderContext = createProviderContext(), settings?: ProviderSettings) {
    super(context, options, settings);
  }
}
