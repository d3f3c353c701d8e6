import { startSpace, type Slider, type Space, type SpaceFunction, type SpaceOptions } from '@hypotez/gradio-emulator';
import { createProviderContext } from '@hypotez/provider-core';
import { examplePng } from '@hypotez/provider-testkit';
import { onTestFinished } from 'vitest';
import { BlackForestLabsFluxProvider } from '../black-forest-labs-flux-provider.ts';
import { DEV, SCHNELL } from '../catalog.ts';

const side = (label: string): Slider => ({ type: 'slider', label, minimum: 256, maximum: 2048, step: 32, value: 1024 });
const steps = (value: number): Slider => ({ type: 'slider', label: 'Number of inference steps', minimum: 1, maximum: 50, step: 1, value });
const seed: Slider = { type: 'slider', label: 'Seed', minimum: 0, maximum: 2_147_483_647, step: 1, value: 0 };
const first = { prompt: { type: 'textbox', label: 'Prompt' }, seed, randomize_seed: { type: 'checkbox', label: 'Randomize seed', value: true }, width: side('Width'), height: side('Height') } as const;
const outputs = [{ type: 'image', label: 'Result' }, seed] as const;

/** The function of the [dev] Space: a generator, each step of which shows the picture so far. */
const dev: SpaceFunction = {
  inputs: { ...first, guidance_scale: { type: 'slider', label: 'Guidance Scale', minimum: 1, maximum: 15, step: 0.1, value: 3.5 }, num_inference_steps: steps(28) },
  outputs,
  generator: true,
  *run({ inputs: [, used] }) {
    for (let step = 0; step < 3; step += 1) yield { type: 'outputs', values: [{ bytes: examplePng() }, Number(used)] };
  },
};

/** The function of the [schnell] Space. */
const schnell: SpaceFunction = {
  inputs: { ...first, num_inference_steps: steps(4) },
  outputs,
  *run({ inputs: [, used] }) {
    yield { type: 'progress', index: 1, length: 4 };
    yield { type: 'outputs', values: [{ bytes: examplePng() }, Number(used)] };
  },
};

/** Starts an emulated Space of one of the models, inside a test. */
export async function openSpace(model: typeof DEV | typeof SCHNELL, options: SpaceOptions = {}): Promise<Space> {
  const space = await startSpace({ stepMs: 1, functions: { infer: model === DEV ? dev : schnell }, ...options });
  onTestFinished(() => space.close());
  return space;
}

/** A provider of both Spaces, which are emulated. */
export async function openBoth(): Promise<{ readonly provider: BlackForestLabsFluxProvider; readonly dev: Space; readonly schnell: Space }> {
  const [forDev, forSchnell] = [await openSpace(DEV), await openSpace(SCHNELL)];
  const random = { uuid: () => '00000000-0000-4000-8000-000000000000', integer: (min: number) => min };
  const provider = new BlackForestLabsFluxProvider({ spaces: { [DEV]: { url: forDev.url }, [SCHNELL]: { url: forSchnell.url } } }, createProviderContext({ random, env: {} }));
  return { provider, dev: forDev, schnell: forSchnell };
}

/** What a Space was sent to start its first job. */
export function sentTo({ requests }: Space): unknown {
  return JSON.parse(requests.find(({ method }) => method === 'POST')?.body ?? 'null');
}
