import { onTestFinished } from 'vitest';
import type { Generation } from '../provider/generation.ts';
import { createProviderContext } from '../provider/create-provider-context.ts';
import type { ImageRequest } from '../request/image-request.ts';
import type { Clock } from '../services/clock.ts';
import { createHttpOver, type HttpOptions } from '../transport/create-http.ts';
import { openNetwork, type NetworkOptions } from '../transport/runtime-network.node.ts';
import { ExampleProvider } from './example-provider.ts';
import { outcomeOf } from './example-run.ts';

/** What became of a request with input images. */
export interface InputOutcome {
  /** What the plugin was given; `undefined` when it was never asked. */
  readonly generation: Generation | undefined;
  readonly error: unknown;
}

/** What a request with input images is sent with. */
export interface InputRunOptions extends Pick<HttpOptions, 'limits'>, Pick<NetworkOptions, 'lookup' | 'rules'> {
  readonly clock?: Clock;
}

/** Runs a request with input images against a plugin that paints at once. */
export async function inputOutcome(request: ImageRequest, { clock, limits, ...network }: InputRunOptions = {}): Promise<InputOutcome> {
  const http = createHttpOver(openNetwork({ clock, ...network }), { clock, limits });
  onTestFinished(() => http.close());
  const provider = new ExampleProvider(createProviderContext({ http, ...(clock === undefined ? {} : { clock }) }));
  const { error } = await outcomeOf(provider.createAsyncGenerator({ prompt: 'a cat', ...request }));
  return { generation: provider.generations[0], error };
}
