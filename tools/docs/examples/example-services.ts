import { startSpace } from '@hypotez/gradio-emulator';
import { answer, examplePng, startFaultServer } from '@hypotez/provider-testkit';

/** A service that examples ask under its public address, and what stands there instead. */
export interface ExampleService {
  /** The origin that programs ask. */
  readonly origin: string;
  /** Name of the environment variable that has a key for it, if it needs one. */
  readonly keyVariable?: string | undefined;
  /** Starts what answers in its place. */
  readonly start: () => Promise<AsyncDisposable & { readonly url: string }>;
}

/** All services that an example may ask; every other one fails. */
export const exampleServices: readonly ExampleService[] = [
  { origin: 'https://stabilityai-stable-diffusion-3-5-large.hf.space', start: () => startSpace({ stepMs: 1, previews: true }) },
  {
    origin: 'https://api.stability.ai',
    keyVariable: 'STABILITY_API_KEY',
    start: () => startFaultServer({
      respond: ({ headers }) => (headers['authorization'] === 'Bearer sk-example'
        ? [answer(200, examplePng(), { 'content-type': 'image/png', 'finish-reason': 'SUCCESS', seed: '42' })]
        : [answer(401)]),
    }),
  },
];
