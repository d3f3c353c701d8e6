import { createRegistry } from '@hypotez/provider-core';
import { expect, it } from 'vitest';
import { gradioSpace } from '../index.ts';

it('the Space of FLUX.1 [schnell] is understood, and paints a small picture', async () => {
  await using registry = createRegistry([gradioSpace({ space: 'black-forest-labs/FLUX.1-schnell' })]);
  const provider = registry.resolve('black-forest-labs/FLUX.1-schnell');
  for await (const event of provider.createAsyncGenerator({ prompt: 'a lighthouse at dawn', width: 256, height: 256, numInferenceSteps: 1, seed: 42 })) {
    if (event.type !== 'image') continue;
    expect(event).toMatchObject({ seed: 42, width: 256, height: 256 });
    const [file] = await event.images();
    expect(file).toMatchObject({ width: 256, height: 256 });
  }
});
