import { createRegistry } from '@hypotez/provider-core';
import { expect, it } from 'vitest';
import { blackForestLabsFlux } from '../index.ts';

it('the [schnell] Space paints a small picture', async () => {
  await using registry = createRegistry([blackForestLabsFlux()]);
  const provider = registry.resolve('flux-schnell');
  expect(await provider.signature({ model: 'flux-schnell' })).toMatchObject({ differences: [] });
  for await (const event of provider.createAsyncGenerator({ prompt: 'a lighthouse at dawn', width: 256, height: 256, numInferenceSteps: 1, seed: 42 })) {
    if (event.type !== 'image') continue;
    expect(event).toMatchObject({ seed: 42, width: 256, height: 256 });
    const [file] = await event.images();
    expect(file).toMatchObject({ width: 256, height: 256 });
  }
});
