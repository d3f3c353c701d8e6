import { loadLate, type Generation, type ModelLimits, type ProviderContext, type ProviderSettings } from '@hypotez/provider-core';
import { GradioSpaceProvider, type FittedFunction, type SpaceInput, type SpaceOutput } from '@hypotez/provider-gradio';
import { OPEN_LIMITS } from './catalog-of.ts';
import type { GradioSpacePluginOptions } from './gradio-space-plugin-options.ts';
import { spaceAddress } from './space-address.ts';

/**
 * A Space that is asked what it takes at the first run, by two small requests in front of the job: `/config` and `/info`. The
 * answer is kept as long as the object.
 */
export abstract class GradioSpaceByDescription extends GradioSpaceProvider {
  readonly id: string;
  override readonly url: string;
  readonly #wanted: Pick<GradioSpacePluginOptions, 'apiName' | 'inputs'>;
  #fitted: FittedFunction | undefined;
  #limits: ModelLimits = OPEN_LIMITS;

  /** @throws {ConfigurationError} when an option is wrong. */
  constructor({ space, url = spaceAddress(space), id = 'gradio-space', apiName, inputs, ...options }: GradioSpacePluginOptions, context: ProviderContext, settings?: ProviderSettings) {
    super(context, { ...options, url }, settings);
    this.id = id;
    this.url = url;
    this.#wanted = { apiName, inputs };
  }

  get apiEndpoint(): string {
    return this.#fitted?.apiEndpoint ?? '/gradio_api/call/infer';
  }

  get inputs(): readonly SpaceInput[] {
    return this.#fitted?.inputs ?? [];
  }

  /** What the Space takes, as far as it is known. The same object until more is. */
  get limits(): ModelLimits {
    return this.#limits;
  }

  protected override preparation({ apiKey, proxy }: Pick<Generation, 'apiKey' | 'proxy'>): ((signal?: AbortSignal) => Promise<void>) | undefined {
    if (this.#fitted !== undefined) return undefined;
    return async (signal) => {
      const { fitSpace } = await loadLate('What reads the description of a Space', () => import('@hypotez/provider-gradio/fit-space'));
      const fitted = await fitSpace(this.spaceAt(this.url, { apiKey, proxy }), this.#wanted, signal);
      this.#limits = { ...fitted, bounds: { ...fitted.bounds, ...this.ownBounds } };
      this.#fitted = fitted;
    };
  }

  protected override readOutput(data: readonly unknown[]): SpaceOutput {
    const { imageOutput = 0, seedOutput = 1 } = this.#fitted ?? {};
    return { image: data[imageOutput], seed: data[seedOutput] };
  }
}
