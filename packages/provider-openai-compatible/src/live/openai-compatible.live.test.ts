import { AuthenticationError, createRegistry, type ImageEvent } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { openAiCompatible } from '../index.ts';

describe('OpenAI', () => {
  // The cheapest model at its lowest quality.
  it('paints a picture with a preview, and tells what it counted', async () => {
    await using registry = createRegistry([openAiCompatible()]);
    const providerOptions = { 'openai-compatible': { quality: 'low', partial_images: 1 } };
    const events: ImageEvent[] = [];
    for await (const event of registry.generate('gpt-image-1-mini', { prompt: 'a lighthouse at dawn', aspectRatio: '3:2', providerOptions })) events.push(event);
    expect(events.map(({ type }) => type)).toContain('preview');
    const image = events.at(-1);
    if (image?.type !== 'image') throw new Error('There is no image.');
    expect(image.usage?.totalTokens).toBeGreaterThan(0);
    expect((await image.images())[0]).toMatchObject({ mediaType: 'image/png', width: 1536, height: 1024 });
  });

  it('refuses a wrong key', async () => {
    await using registry = createRegistry([openAiCompatible({ apiKey: 'sk-wrong' })]);
    const run = registry.generate('gpt-image-1-mini', { prompt: 'a lighthouse at dawn' });
    await expect(run.next().then(() => run.next())).rejects.toBeInstanceOf(AuthenticationError);
  });
});
