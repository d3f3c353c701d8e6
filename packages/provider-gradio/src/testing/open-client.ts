import { createProviderContext, type ProviderContext } from '@hypotez/provider-core';
import type { JobEvent } from '../events/job-event.ts';
import { GradioClient, type Submission } from '../client/gradio-client.ts';
import type { Space } from '../client/space.ts';

/** A client of one Space, which asks for a picture by itself. */
export interface TestClient {
  readonly client: GradioClient;
  readonly space: Space;
  readonly submit: (changes?: Partial<Submission>) => AsyncGenerator<JobEvent, void, undefined>;
}

/** Inputs of `infer` that make it quick: two steps. */
export const QUICK_INPUTS = ['a lake', '', 7, false, 512, 512, 4.5, 2] as const;

/** Makes a client for a Space; services are the runtime's own unless given. */
export function openClient({ url }: { readonly url: string }, services: Partial<ProviderContext & Space> = {}, prefix?: string): TestClient {
  const { http, clock, random } = createProviderContext(services);
  const space: Space = { http, clock, random, url, credential: services.credential, proxy: services.proxy };
  const client = new GradioClient(prefix);
  const signal = new AbortController().signal;
  return { client, space, submit: (changes) => client.submit(space, { apiName: 'infer', data: QUICK_INPUTS, signal, ...changes }) };
}
