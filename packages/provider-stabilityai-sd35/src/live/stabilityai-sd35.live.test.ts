import { createRegistry } from '@hypotez/provider-core';
import { expect, it } from 'vitest';
import { stabilityAiSd35 } from '../index.ts';

it('paints a picture on the public Space', async () => {
  await using registry = createRegistry([stabilityAiSd35()]);
  for await (const event of registry.generate('sd-3.5', { prompt: 'a lighthouse at dawn', width: 512, height: 512, numInferenceSteps: 4, seed: 7 })) {
    if (event.type !== 'image') continue;
    expect(event).toMatchObject({ provider: 'stabilityai-sd35', seed: 7, width: 512, height: 512 });
    // Reading the file finds out what it is, and how large.
    expect(await event.images()).toMatchObject([{ width: 512, height: 512 }]);
    return;
  }
  expect.unreachable('The run ended without a picture.');
});
