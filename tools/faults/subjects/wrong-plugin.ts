import { AsyncGeneratorProvider, ImageResponse, ProviderModelMixin, defineCatalog, definePlugin, imageDownload, type Generation, type PluginEvent } from '@hypotez/provider-core';
import { EXAMPLE_PNG_URL, type FaultyPlugin } from '@hypotez/provider-testkit';

const any = { min: 0, max: 4096 };
const catalog = defineCatalog({
  label: 'Wrong',
  url: 'http://127.0.0.1',
  working: true,
  capabilities: { previews: false, progress: false, queuePosition: false, remoteCancel: false, seedInAnswer: false, negativePrompt: true, imageInput: 0, mask: false, strength: false },
  bounds: { size: { min: 1, max: 4096 }, seed: any, guidanceScale: any, numInferenceSteps: any, n: { min: 1, max: 1 } },
  defaults: { aspectRatio: '1:1', seed: 0, guidanceScale: 1, numInferenceSteps: 1 },
  models: [{ id: 'reference-1', aliases: ['reference'] }],
});

/** A plugin that is wrong in the way of the case. */
class WrongProvider extends ProviderModelMixin(AsyncGeneratorProvider, catalog) {
  id = 'wrong';
  fault: FaultyPlugin = 'throws a text';

  protected override async *generate({ prompt, model }: Generation): AsyncGenerator<PluginEvent, void, undefined> {
    yield { type: 'progress', stage: 'started' };
    if (this.fault === 'throws a text') {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- that is what the case is about
      throw `no error at all, but ${prompt}`;
    }
    // Deaf to its signal as well.
    if (this.fault === 'never ends') await new Promise(() => undefined);
    if (this.fault === 'ends without an image') return;
    const download = imageDownload({ http: this.context.http, origins: [] });
    yield new ImageResponse({ urls: [EXAMPLE_PNG_URL], alt: prompt, provider: this.id, model, download });
    throw new Error('a mistake after the image');
  }
}

/** Makes a plugin that is wrong itself. */
export function wrongPlugin(id: string, fault: FaultyPlugin, url: string) {
  return definePlugin({
    id,
    models: catalog.models,
    create: (context, settings) => {
      if (fault === 'throws when made') throw new TypeError(`cannot read ${url}`);
      return Object.assign(new WrongProvider(context, settings), { id, fault });
    },
  });
}
