import { ProviderModelMixin, createProviderContext, type GenerationBounds, type NumberRange, type ProviderContext, type ProviderSettings } from '@hypotez/provider-core';
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
    return [
      { name: 'prompt', component: 'textbox', value: ({ prompt }) => prompt },
      // The text box takes no null: the function would meet `None`.
      { name: 'negative_prompt', component: 'textbox', value: ({ negativePrompt }) => negativePrompt ?? '' },
      slider('seed', seed, (generation) => generation.seed),
      { name: 'randomize_seed', component: 'checkbox', value: ({ randomizeSeed }) => randomizeSeed },
      slider('width', size, ({ width }) => width),
      slider('height', size, ({ height }) => height),
      slider('guidance_scale', guidanceScale, (generation) => generation.guidanceScale),
      slider('num_inference_steps', numInferenceSteps, (generation) => generation.numInferenceSteps),
    ];
  }
}

function slider(name: string, range: NumberRange, value: SpaceInput['value']): SpaceInput {
  return { name, component: 'slider', range, value };
}
