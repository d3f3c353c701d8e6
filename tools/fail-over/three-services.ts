import { startSpace, type SpaceOptions } from '@hypotez/gradio-emulator';
import { createRegistry, type ImageEvent, type ImageRequest, type Registry, type RegistryOptions } from '@hypotez/provider-core';
import { openAiCompatible } from '@hypotez/provider-openai-compatible';
import { stabilityApi } from '@hypotez/provider-stability-api';
import { stabilityAiSd35 } from '@hypotez/provider-stabilityai-sd35';
import { answer, examplePng, startFaultServer, type Script } from '@hypotez/provider-testkit';
import { onTestFinished } from 'vitest';
import { imagesWire } from '../peers/wires/images-wire.ts';

/** How the services answer; one that is not named is healthy. */
export interface Weather {
  readonly space?: SpaceOptions;
  readonly stability?: Script;
  readonly server?: Script;
}

/** Three services of this machine that serve `sd-3.5`: a Space, the API of Stability AI, and a server that speaks as OpenAI does. */
export interface ThreeServices {
  /** Where they are, by the id of the plugin. */
  readonly urls: Readonly<Record<'stabilityai-sd35' | 'stability-api' | 'openai-compatible', string>>;
  /** Jobs that each was asked for, in the order of the ids. */
  jobs(): readonly number[];
}

/** Starts the three; they go away with the test. */
export async function startThree({ space, stability, server }: Weather = {}): Promise<ThreeServices> {
  const picture = [answer(200, examplePng(), { 'content-type': 'image/png', 'finish-reason': 'SUCCESS', seed: '7' })];
  const emulated = await startSpace({ stepMs: 1, ...space });
  const api = await startFaultServer({ respond: () => stability ?? picture });
  const compatible = await startFaultServer({ respond: (request, self) => server ?? imagesWire.answer('start', self, request) });
  onTestFinished(async () => { await Promise.all([emulated.close(), api.close(), compatible.close()]); });
  return {
    urls: { 'stabilityai-sd35': emulated.url, 'stability-api': api.url, 'openai-compatible': `${compatible.url}/v1` },
    jobs: () => [emulated.requests.filter(({ path }) => path.includes('/call/')).length, api.requests.length, compatible.requests.length],
  };
}

/** One registry over the three, in this order. */
export function registryOf({ urls }: ThreeServices, options?: RegistryOptions) {
  const registry = createRegistry([
    stabilityAiSd35({ url: urls['stabilityai-sd35'] }),
    stabilityApi({ url: urls['stability-api'], apiKey: 'key-of-stability' }),
    openAiCompatible({ url: urls['openai-compatible'], models: [{ id: 'stable-diffusion-3.5-large', aliases: ['sd-3.5'] }] }),
  ], options);
  onTestFinished(() => registry[Symbol.asyncDispose]());
  return registry;
}

/** Asks for `sd-3.5` to the end, good or bad. */
export async function ask(registry: Pick<Registry, 'generate'>, request: ImageRequest = {}): Promise<{ readonly events: readonly ImageEvent[]; readonly error: unknown }> {
  const events: ImageEvent[] = [];
  let error: unknown;
  try {
    for await (const event of registry.generate('sd-3.5', { prompt: 'a lighthouse', ...request })) events.push(event);
  } catch (thrown) {
    error = thrown;
  }
  return { events, error };
}

/** What is told of attempts and images, in order. */
export function told(events: readonly ImageEvent[]): readonly object[] {
  return events.flatMap((event): object[] => {
    if (event.type === 'image') return [{ image: event.provider, model: event.model }];
    return event.type === 'progress' && event.stage === 'attempt' ? [{ attempt: event.attempt, provider: event.provider, reason: event.reason }] : [];
  });
}
