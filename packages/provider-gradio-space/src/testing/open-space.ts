import { startSpace, type Space, type SpaceFunction, type SpaceOptions } from '@hypotez/gradio-emulator';
import { createProviderContext, type ImageRequest, type ProviderContext } from '@hypotez/provider-core';
import { examplePng, runToEnd, type RunOutcome } from '@hypotez/provider-testkit';
import { onTestFinished } from 'vitest';
import { gradioSpace, type GradioSpacePluginOptions } from '../index.ts';

/** Starts an emulated Space that goes away with the test. */
export async function openSpace(options: SpaceOptions = {}): Promise<Space> {
  const space = await startSpace({ stepMs: 1, ...options });
  onTestFinished(() => space.close());
  return space;
}

/** A function with these inputs, which gives a picture and keeps what it was called with. */
export function painter(inputs: SpaceFunction['inputs'], outputs: SpaceFunction['outputs'] = [{ type: 'image', label: 'Result' }]) {
  const calls: (readonly unknown[])[] = [];
  const paint: SpaceFunction = {
    inputs,
    outputs,
    *run({ inputs: values }) {
      calls.push(values);
      yield { type: 'outputs', values: outputs.map(({ type }) => (type === 'image' ? { bytes: examplePng() } : type === 'gallery' ? [{ image: { bytes: examplePng() }, caption: null }] : 7)) };
    },
  };
  return { paint, calls };
}

/** A provider of a Space, as a registry makes it. */
export function providerAt({ url }: Pick<Space, 'url'>, options: Partial<GradioSpacePluginOptions> = {}, services: Partial<ProviderContext> = {}) {
  return gradioSpace({ space: url, ...options }).create(createProviderContext({ env: {}, ...services }), {});
}

/** Runs a request for a picture of a lake to its end, good or bad. */
export function run(provider: ReturnType<typeof providerAt>, request: ImageRequest = {}): Promise<RunOutcome> {
  return runToEnd(provider, { prompt: 'a lake', ...request });
}

/** Paths that a Space was asked for, in order. */
export function pathsOf({ requests }: Space): readonly string[] {
  return requests.map(({ method, path }) => `${method} ${path.replace(/\?.*/u, '')}`);
}
