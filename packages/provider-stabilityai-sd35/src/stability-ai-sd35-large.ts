import { ProviderModelMixin, createProviderContext, type GenerationBounds, type ProviderContext, type ProviderSettings } from '@hypotez/provider-core';
import { GradioSpaceProvider, resolveBounds, type GradioSpaceOptions, type SpaceInput } from '@hypotez/provider-gradio';
import { catalog } from './catalog.ts';
import { bounds, defaults } from './limits.ts';

/** Options of this plugin: another `url`, `apiEndpoint`, `apiKey`, `bounds` or `stream` for a changed or private Space. */
export type StabilityAiSd35Options = GradioSpaceOptions;

/** Stable Diffusion 3.5 Large through its public Hugging Face Space. */
export class StabilityAI_SD35Large extends ProviderModelMixin(GradioSpaceProvider, catalog) {
  /** Path of the Space's function. */
  static readonly apiEndpoint: string = '/gradio_api/call/infer';

  readonly id = 'stabilityai-sd35';
  override readonly url: string;
  readonly apiEndpoint: string;
  readonly bounds: GenerationBounds;
  readonly defaults = defaults;

  /** @throws {ConfigurationError} when an option is wrong. */
  constructor(options: StabilityAiSd35Options = {}, context: ProviderContext = createProviderContext(), settings: ProviderSettings = {}) {
    super(context, options, settings);
    this.url = options.url ?? StabilityAI_SD35Large.url;
    this.apiEndpoint = options.apiEndpoint ?? StabilityAI_SD35Large.apiEndpoint;
    this.bounds = resolveBounds(bounds, options.bounds);
  }

  get inputs(): readonly SpaceInput[] {
    const { size, seed, guidanceScale, numInferenceSteps } = this.bounds;
    const side = { min: size.min, max: size.max, step: size.multipleOf };
    return [
      { name: 'prompt', component: 'textbox', value: ({ prompt }) => prompt },
      // The text box takes no null: the function would meet `None`.
      { name: 'negative_prompt', component: 'textbox', value: ({ negativePrompt }) => negativePrompt ?? '' },
      { name: 'seed', component: 'slider', range: seed, value: (generation) => generation.seed },
      { name: 'randomize_seed', component: 'checkbox', value: ({ randomizeSeed }) => randomizeSeed },
      { name: 'width', component: 'slider', range: side, value: ({ width }) => width },
      { name: 'height', component: 'slider', range: side, value: ({ height }) => height },
      { name: 'guidance_scale', component: 'slider', range: guidanceScale, value: (generation) => generation.guidanceScale },
      { name: 'num_inference_steps', component: 'slider', range: numInferenceSteps, value: (generation) => generation.numInferenceSteps },
    ];
  }
}
