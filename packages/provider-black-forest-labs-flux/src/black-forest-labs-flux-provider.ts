import { ProviderModelMixin, createProviderContext, type ProviderContext, type ProviderSettings } from '@hypotez/provider-core';
import { GradioSpaceProvider, type GradioSpaceOptions, type SpaceInput } from '@hypotez/provider-gradio';
import { SCHNELL, catalog } from './catalog.ts';

/** Options of this plugin: `spaces` for a duplicate of one of the Spaces, `url` for a server that has both functions. */
export type BlackForestLabsFluxOptions = GradioSpaceOptions;

/** FLUX.1 [dev] and [schnell] through their public Hugging Face Spaces. */
export class BlackForestLabsFluxProvider extends ProviderModelMixin(GradioSpaceProvider, catalog) {
  readonly id = 'black-forest-labs-flux';
  override readonly url = this.options.url ?? catalog.url;
  readonly apiEndpoint = this.options.apiEndpoint ?? '/gradio_api/call/infer';
  readonly inputs: readonly SpaceInput[] = [
    { name: 'prompt', component: 'textbox', value: 'prompt' },
    { name: 'seed', component: 'slider', value: 'seed' },
    { name: 'randomize_seed', component: 'checkbox', value: 'randomizeSeed' },
    { name: 'width', component: 'slider', value: 'width' },
    { name: 'height', component: 'slider', value: 'height' },
    { name: 'guidance_scale', component: 'slider', value: 'guidanceScale' },
    { name: 'num_inference_steps', component: 'slider', value: 'numInferenceSteps' },
  ];
  override readonly spaces = {
    [SCHNELL]: { url: this.options.url ?? `https://${SCHNELL}.hf.space`, inputs: this.inputs.filter(({ value }) => value !== 'guidanceScale') },
  };

  /** @throws {ConfigurationError} when an option is wrong. */
  constructor(options?: BlackForestLabsFluxOptions, context: ProviderContext = createProviderContext(), settings?: ProviderSettings) {
    super(context, options, settings);
  }
}
