import { AsyncGeneratorProvider } from '../provider/async-generator-provider.ts';
import type { Capabilities } from '../provider/capabilities.ts';
import { createProviderContext } from '../provider/create-provider-context.ts';
import type { Generation } from '../provider/generation.ts';
import { defineCatalog } from '../provider/model-catalog.ts';
import type { ProviderContext } from '../provider/provider-context.ts';
import { ProviderModelMixin } from '../provider/provider-model-mixin.ts';
import type { GenerationBounds, GenerationDefaults } from '../request/generation-limits.ts';
import { image, type Generate } from './example-run.ts';

/** The limits of Stable Diffusion 3.5 Large, which most tests are about. */
export const BOUNDS: GenerationBounds = {
  size: { min: 512, max: 1024, multipleOf: 32 },
  seed: { min: 0, max: 2_147_483_647 },
  guidanceScale: { min: 0, max: 7.5 },
  numInferenceSteps: { min: 1, max: 50 },
  n: { min: 1, max: 1 },
};

/** What it takes when the request does not say. */
export const DEFAULTS: GenerationDefaults = { aspectRatio: '1:1', guidanceScale: 4.5, numInferenceSteps: 40, seed: 0 };

/** It can do everything, so that a test may ask for anything. */
export const CAPABILITIES: Capabilities = {
  previews: true, progress: true, queuePosition: true, remoteCancel: true, seedInAnswer: true, negativePrompt: true, imageInput: 8, mask: true, strength: true,
};

/** A closed catalogue of two models. */
export const CATALOG = defineCatalog({
  label: 'Example',
  url: 'https://example.com',
  working: true,
  capabilities: CAPABILITIES,
  bounds: BOUNDS,
  defaults: DEFAULTS,
  models: [
    { id: 'stable-diffusion-3.5-large', aliases: ['sd-3.5', 'sd-3.5-large'] },
    { id: 'stable-diffusion-3.5-medium', aliases: ['sd-3.5-medium'] },
  ],
});

/** A provider whose generator the test may replace; it keeps what it was asked for. */
export class ExampleProvider extends ProviderModelMixin(AsyncGeneratorProvider, CATALOG) {
  readonly id: string = 'example';
  override readonly optionNames: readonly string[] = ['style'];
  readonly generations: Generation[] = [];
  script: Generate = async function* () {
    yield image();
  };

  constructor(context: ProviderContext = createProviderContext(), settings: { readonly model?: string | undefined } = {}) {
    super(context, settings);
  }

  protected override generate(generation: Generation): ReturnType<Generate> {
    this.generations.push(generation);
    return this.script(generation);
  }
}
