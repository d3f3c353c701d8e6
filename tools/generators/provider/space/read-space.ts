import {
  ConfigurationError, ProviderModelMixin, createProviderContext, defineCatalog, type Http, type ImageRequest, type ModelLimits, type ProviderContext,
} from '@hypotez/provider-core';
import { GradioSpaceProvider, type FittedFunction, type SpaceFunction, type SpaceInput } from '@hypotez/provider-gradio';
import { fitSpace } from '@hypotez/provider-gradio/fit-space';
import type { InputFact, SpaceFacts } from './space-facts.ts';

const PROMPT = 'a lighthouse at dawn';

/**
 * Asks a Space what its function takes: two small requests, no job. `HF_TOKEN` of the environment opens a private one.
 *
 * @param apiName name of the function, where several give pictures.
 * @throws {ConfigurationError} when it cannot be told what an input takes.
 * @throws {ProviderError} when the Space cannot be asked.
 */
export async function readSpace(url: string, apiName?: string): Promise<SpaceFacts> {
  const context = createProviderContext();
  try {
    const asking = providerOf({ url, apiEndpoint: '/gradio_api/call/infer', inputs: [] }, ANYTHING, context);
    const fitted = await fitSpace(asking.space(), { apiName }, AbortSignal.timeout(30_000));
    const { apiEndpoint, inputs, capabilities, bounds, defaults, imageOutput } = fitted;
    const request = bounds.seed === undefined ? { prompt: PROMPT } : { prompt: PROMPT, seed: 42 };
    const payload = await payloadOf({ url, apiEndpoint, inputs }, fitted, request);
    return { apiEndpoint, inputs: inputs.map(factOf), capabilities: { ...capabilities }, bounds: known(bounds), defaults: known(defaults), imageOutput, request, payload };
  } finally {
    await context.http.close();
  }
}

/** For a Space of which nothing is known: it is asked, and paints nothing. */
const ANYTHING: ModelLimits = {
  capabilities: { previews: false, progress: false, queuePosition: false, remoteCancel: false, seedInAnswer: false, negativePrompt: false, imageInput: 0, mask: false, strength: false },
  bounds: { size: { min: 1, max: 4096 }, n: { min: 1, max: 1 } },
  defaults: { aspectRatio: '1:1' },
};

function providerOf(place: SpaceFunction, limits: ModelLimits, context: ProviderContext) {
  const { capabilities, bounds, defaults } = limits;
  const catalog = defineCatalog({ label: place.url, url: place.url, working: true, capabilities, bounds, defaults, models: [{ id: 'model', aliases: [] }] });
  class Described extends ProviderModelMixin(GradioSpaceProvider, catalog) {
    readonly id = 'described';
    override readonly url = place.url;
    readonly apiEndpoint = place.apiEndpoint;
    readonly inputs: readonly SpaceInput[] = place.inputs;

    space(): ReturnType<Described['spaceAt']> {
      return this.spaceAt(this.url, {});
    }
  }
  return new Described(context);
}

/** What a provider of the Space sends for a request: it is run without a network, as far as its first message. */
async function payloadOf(place: SpaceFunction, fitted: FittedFunction, request: ImageRequest): Promise<string> {
  let sent: unknown;
  const http: Http = {
    request: ({ json }) => {
      sent = json;
      return Promise.reject(new ConfigurationError('There is no network here.'));
    },
    close: () => Promise.resolve(),
  };
  const random = { uuid: () => '00000000-0000-4000-8000-000000000000', integer: (min: number) => min };
  const run = providerOf(place, fitted, createProviderContext({ http, random, env: {} })).createAsyncGenerator(request);
  // It can only end with that error; any other one is the answer of nobody.
  await run.next().catch((thrown: unknown) => {
    if (sent === undefined) throw thrown;
  });
  return JSON.stringify(sent);
}

function factOf({ name, component, value, fallback }: SpaceInput): InputFact {
  // A choice of ratios is the only value that needs a function; its names are the Space's own.
  const fact = { name, component, value: typeof value === 'function' ? 'aspectRatio' : value };
  return fallback === undefined || fallback === null || typeof value === 'object' ? fact : { ...fact, fallback };
}

function known(values: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
