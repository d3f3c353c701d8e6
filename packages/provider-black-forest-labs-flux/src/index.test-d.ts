import { createRegistry, type ImageResponse } from '@hypotez/provider-core';
import type { GradioSpaceOptions, GradioSpaceProvider } from '@hypotez/provider-gradio';
import { describe, expectTypeOf, it } from 'vitest';
import type { BlackForestLabsFluxProvider} from './index.ts';
import { blackForestLabsFlux, type BlackForestLabsFluxOptions } from './index.ts';

const registry = createRegistry([blackForestLabsFlux()]);

describe('resolve', () => {
  it('gives the class for the aliases, the models, and either behind the id', () => {
    expectTypeOf(registry.resolve('flux')).toEqualTypeOf<BlackForestLabsFluxProvider>();
    expectTypeOf(registry.resolve('flux-schnell')).toEqualTypeOf<BlackForestLabsFluxProvider>();
    expectTypeOf(registry.resolve('black-forest-labs-flux-1-dev')).toEqualTypeOf<BlackForestLabsFluxProvider>();
    expectTypeOf(registry.resolve('black-forest-labs-flux/flux.1-dev')).toEqualTypeOf<BlackForestLabsFluxProvider>();
  });
});

describe('the class', () => {
  it('is a Space', () => {
    expectTypeOf<BlackForestLabsFluxProvider>().toExtend<GradioSpaceProvider>();
    expectTypeOf<BlackForestLabsFluxOptions>().toEqualTypeOf<GradioSpaceOptions>();
    expectTypeOf<typeof BlackForestLabsFluxProvider>().toBeConstructibleWith({ url: 'https://me-my-copy.hf.space' });
  });

  it('gives responses with a seed', () => {
    expectTypeOf<ImageResponse['seed']>().toEqualTypeOf<number | undefined>();
  });
});
