import { startSpace } from '@hypotez/gradio-emulator';
import { answer, startFaultServer } from '@hypotez/provider-testkit';
import { imagesStreamWire, imagesWire } from '../../peers/wires/images-wire.ts';
import { wireServices } from './wire-services.ts';

/** A service that examples ask under its public address, and what stands there instead. */
export interface ExampleService {
  /** The origin that programs ask. */
  readonly origin: string;
  /** Name of the environment variable that has a key for it, if it needs one. */
  readonly keyVariable?: string | undefined;
  /** Starts what answers in its place. */
  readonly start: () => Promise<AsyncDisposable & { readonly url: string }>;
}

/** A whole PNG of 64 × 64 pixels, which is large enough for services that start from a picture. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAEAAAABAAQAAAACCEkxzAAAAD0lEQVR42mNgGAWjgHwAAAJAAAHgTR1EAAAAAElFTkSuQmCC', 'base64');

/** Services of which examples want more than the wires of their packages do. */
const listed: readonly ExampleService[] = [
  { origin: 'https://stabilityai-stable-diffusion-3-5-large.hf.space', start: () => startSpace({ stepMs: 1, previews: true }) },
  {
    origin: 'https://api.stability.ai',
    keyVariable: 'STABILITY_API_KEY',
    start: () => startFaultServer({
      respond: ({ headers }) => (headers['authorization'] === 'Bearer sk-example'
        ? [answer(200, PICTURE, { 'content-type': 'image/png', 'finish-reason': 'SUCCESS', seed: '42' })]
        : [answer(401)]),
    }),
  },
  {
    origin: 'https://api.openai.com',
    keyVariable: 'OPENAI_API_KEY',
    start: () => startFaultServer({
      respond: (request, self) => {
        if (request.headers['authorization'] !== 'Bearer sk-example') return [answer(401)];
        return (request.body.includes('"stream":true') ? imagesStreamWire : imagesWire).answer('start', self, request);
      },
    }),
  },
];

/** All services that an example may ask, each provider's among them; every other one fails. */
export const exampleServices: readonly ExampleService[] = [
  ...listed, ...(await wireServices()).filter(({ origin }) => listed.every((service) => service.origin !== origin)),
];
