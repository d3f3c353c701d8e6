import {
  AsyncGeneratorProvider,
  ImageResponse,
  ProviderModelMixin,
  createRegistry,
  defineCatalog,
  definePlugin,
  type Generation,
  type PluginEvent,
} from '@hypotez/provider-core';
import { parseImage } from '@hypotez/provider-core/parse-image';
import type { PictureSource } from '../services/services.ts';

/** A whole PNG file of one pixel. */
export const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

/** What a fake provider does with a request. */
export type Script = (generation: Generation) => AsyncGenerator<PluginEvent, void, undefined>;

const catalog = defineCatalog({
  label: 'Fake',
  url: 'https://fake.example',
  working: true,
  capabilities: { previews: true, progress: true, queuePosition: true, remoteCancel: true, seedInAnswer: true, negativePrompt: true, imageInput: 4, mask: true, strength: true },
  bounds: {
    size: { min: 512, max: 1024, multipleOf: 32 },
    seed: { min: 0, max: 2_147_483_647 },
    guidanceScale: { min: 0, max: 7.5 },
    numInferenceSteps: { min: 1, max: 50 },
    n: { min: 1, max: 10 },
    imagesPerCall: 1,
  },
  defaults: { aspectRatio: '1:1', guidanceScale: 4.5, numInferenceSteps: 28, seed: 0 },
  models: [{ id: 'fake-painter', aliases: ['sd-3.5'] }],
});

/** A registry with one provider that plays a script and reaches no network; it is asked once, unless the test says otherwise. */
export function fakeRegistry(script: Script, retries = 0): PictureSource {
  class FakeProvider extends ProviderModelMixin(AsyncGeneratorProvider, catalog) {
    readonly id = 'fake';

    protected override generate(generation: Generation): AsyncGenerator<PluginEvent, void, undefined> {
      return script(generation);
    }
  }
  return createRegistry([definePlugin({ id: 'fake', models: catalog.models, create: (context, settings) => new FakeProvider(context, settings) })], { retries });
}

/** The answer to a request: one pixel. */
export function pixelResponse({ prompt, width, height, seed }: Generation, urls: readonly string[] = ['https://fake.example/1.png']): ImageResponse {
  return new ImageResponse({
    urls,
    alt: prompt,
    provider: 'fake',
    model: 'fake-painter',
    width,
    height,
    seed,
    download: () => Promise.resolve(parseImage(PIXEL)),
  });
}

/** A run with everything in it: a queue, steps and a picture. */
export async function* paintPixel(generation: Generation): AsyncGenerator<PluginEvent, void, undefined> {
  yield { type: 'progress', stage: 'queued', queuePosition: 2, etaSeconds: 42 };
  yield { type: 'progress', stage: 'queued', queuePosition: 0 };
  yield { type: 'progress', stage: 'started' };
  for (let step = 0; step <= 4; step += 1) {
    yield { type: 'progress', stage: 'step', step, steps: 4, fraction: step / 4 };
  }
  yield pixelResponse(generation);
}
