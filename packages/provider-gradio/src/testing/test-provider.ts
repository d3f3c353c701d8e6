import { ProviderModelMixin, createProviderContext, defineCatalog, type ModelLimits, type ProviderContext } from '@hypotez/provider-core';
import type { GradioSpaceOptions } from '../provider/gradio-space-options.ts';
import { GradioSpaceProvider } from '../provider/gradio-space-provider.ts';
import type { SpaceInput } from '../provider/space-input.ts';

/** What the emulator's `infer` accepts, and input images besides. */
export const TEST_LIMITS = {
  capabilities: {
    previews: true, progress: true, queuePosition: true, remoteCancel: true, seedInAnswer: true, negativePrompt: true, imageInput: 10, mask: true, strength: true,
  },
  bounds: {
    size: { min: 512, max: 1024, multipleOf: 32 },
    seed: { min: 0, max: 2_147_483_647 },
    guidanceScale: { min: 0, max: 7.5 },
    numInferenceSteps: { min: 1, max: 50 },
    n: { min: 1, max: 1 },
  },
  defaults: { aspectRatio: '1:1', guidanceScale: 4.5, numInferenceSteps: 2, seed: 0 },
} as const satisfies ModelLimits;

const catalog = defineCatalog({
  label: 'Test',
  url: 'https://owner-test.hf.space',
  working: true,
  ...TEST_LIMITS,
  models: [{ id: 'test-model', aliases: ['test'] }],
});

/** A provider of the emulator's `infer`, at any address. */
export class TestProvider extends ProviderModelMixin(GradioSpaceProvider, catalog) {
  readonly id = 'test-provider';
  override readonly url: string;
  readonly apiEndpoint: string;
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

  constructor(options: GradioSpaceOptions = {}, services: Partial<ProviderContext> = {}) {
    super(createProviderContext({ env: {}, ...services }), options);
    this.url = options.url ?? TestProvider.url;
    this.apiEndpoint = options.apiEndpoint ?? '/gradio_api/call/infer';
  }
}

/** A request that the test provider takes, and paints quickly. */
export const QUICK_REQUEST = { prompt: 'a lake at dawn', width: 512, height: 512, seed: 7 } as const;
