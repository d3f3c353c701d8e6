import { AuthenticationError, createRegistry, type ImageResponse } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { stabilityApi } from '../index.ts';

describe('the service of Stability AI', () => {
  // Three credits, the cheapest of the models that are listed.
  it('paints a picture of the ratio and the seed that it is asked for', async () => {
    await using registry = createRegistry([stabilityApi()]);
    const images: ImageResponse[] = [];
    for await (const event of registry.generate('core', { prompt: 'a lighthouse at dawn', aspectRatio: '3:2', seed: 42 })) {
      if (event.type === 'image') images.push(event);
    }
    expect(images).toMatchObject([{ seed: 42, warnings: [] }]);
    const [file] = (await images[0]?.images()) ?? [];
    expect(file?.mediaType).toBe('image/png');
    expect((file?.width ?? 0) / (file?.height ?? 1)).toBeCloseTo(1.5, 1);
  });

  it('refuses a wrong key', async () => {
    await using registry = createRegistry([stabilityApi({ apiKey: 'sk-wrong' })]);
    const run = registry.generate('core', { prompt: 'a lighthouse at dawn' });
    await expect(run.next().then(() => run.next())).rejects.toBeInstanceOf(AuthenticationError);
  });
});
