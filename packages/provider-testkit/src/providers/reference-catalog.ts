import { defineCatalog, type Capabilities } from '@hypotez/provider-core';

/** What a reference provider serves; the two differ in what is told while they work. */
export function referenceCatalog(told: Pick<Capabilities, 'previews' | 'progress' | 'queuePosition'>) {
  return defineCatalog({
    label: 'Reference',
    url: 'http://127.0.0.1',
    working: true,
    capabilities: { ...told, remoteCancel: false, seedInAnswer: true, negativePrompt: false, imageInput: 0, mask: false, strength: false },
    bounds: { size: { min: 64, max: 1024, multipleOf: 8 }, seed: { min: 0, max: 2_147_483_647 }, n: { min: 1, max: 4 }, imagesPerCall: 1 },
    defaults: { aspectRatio: '1:1', seed: 0 },
    models: [{ id: 'reference-1', aliases: ['reference'] }],
  });
}
