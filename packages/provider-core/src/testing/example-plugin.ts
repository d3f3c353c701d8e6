import type { Capabilities } from '../provider/capabilities.ts';
import type { Generation } from '../provider/generation.ts';
import type { ModelDescription } from '../provider/model-catalog.ts';
import type { ProviderContext } from '../provider/provider-context.ts';
import { definePlugin, type ProviderPlugin } from '../provider/provider-plugin.ts';
import type { GenerationBounds } from '../request/generation-limits.ts';
import { ExampleProvider } from './example-provider.ts';
import { image, type Generate } from './example-run.ts';

/** A plugin with a name of its own that does as it is told, and a record of what it was told. */
export interface ExamplePlugin extends ProviderPlugin {
  /** How often it was asked for a provider, and for which model. */
  readonly created: readonly (string | undefined)[];
  /** What its runs were given. */
  readonly generations: readonly Generation[];
}

/** What a plugin of a test is made of. */
export interface ExamplePluginOptions {
  readonly models?: readonly ModelDescription[];
  readonly open?: boolean;
  /** How many images a request may ask for, one in each call. Default 1. */
  readonly images?: number;
  /** Options that its models lack. Default none. */
  readonly lacks?: { readonly capabilities?: Partial<Capabilities>; readonly bounds?: Partial<GenerationBounds> };
  readonly generate?: (generation: Generation, context: ProviderContext) => ReturnType<Generate>;
}

/** Makes a plugin; without a generator of its own it gives an image at once. */
export function examplePlugin(id: string, { models = [{ id: 'sd3.5', aliases: ['sd-3.5'] }], open, images = 1, lacks = {}, generate = paint }: ExamplePluginOptions = {}): ExamplePlugin {
  const created: (string | undefined)[] = [];
  const generations: Generation[] = [];
  class Provider extends ExampleProvider {
    override readonly id = id;

    protected override get ownBounds() {
      return { n: { min: 1, max: images }, imagesPerCall: 1, ...lacks.bounds };
    }

    override capabilities(model?: string) {
      return { ...super.capabilities(model), ...lacks.capabilities };
    }

    override getModel(name = 'sd3.5'): string {
      return name;
    }

    protected override generate(generation: Generation): ReturnType<Generate> {
      generations.push(generation);
      return generate(generation, this.context);
    }
  }
  const plugin = definePlugin({
    id,
    models,
    open,
    create: (context, settings) => {
      created.push(settings.model);
      return new Provider(context, settings);
    },
  });
  return { ...plugin, created, generations };
}

async function* paint(): ReturnType<Generate> {
  yield image();
}
