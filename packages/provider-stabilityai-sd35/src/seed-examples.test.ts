import type { ImageEvent } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { classAt, openSpace, sentData } from './testing/open-space.ts';

// The three examples of the document that this provider comes from, in its own form.
describe('the examples of the original', () => {
  const model = 'stabilityai-stable-diffusion-3-5-large';

  async function start() {
    const space = await openSpace();
    const events: ImageEvent[] = [];
    return { space, StabilityAI_SD35Large: classAt(space.url), events, print: (event: ImageEvent) => void events.push(event) };
  }

  it('1: an image with the fewest parameters', async () => {
    const { space, StabilityAI_SD35Large, events, print } = await start();
    const messages = [{ role: 'user', content: 'A cat wearing a hat' }] as const;
    for await (const image of StabilityAI_SD35Large.createAsyncGenerator({ model, messages })) print(image);
    expect(sentData(space)).toEqual(['A cat wearing a hat', '', 0, true, 1024, 1024, 4.5, 50]);
    expect(events.at(-1)).toMatchObject({ type: 'image', alt: 'A cat wearing a hat', model, width: 1024, height: 1024 });
    expect(events.filter(({ type }) => type === 'image')).toHaveLength(1);
  });

  it('2: an image of a given size and seed', async () => {
    const { space, StabilityAI_SD35Large, events, print } = await start();
    const messages = [{ role: 'user', content: 'A dog playing in the park' }] as const;
    for await (const image of StabilityAI_SD35Large.createAsyncGenerator({ model, messages, width: 512, height: 512, seed: 42, randomizeSeed: false })) print(image);
    expect(sentData(space)).toEqual(['A dog playing in the park', '', 42, false, 512, 512, 4.5, 50]);
    const last = events.at(-1);
    expect(last).toMatchObject({ type: 'image', seed: 42, width: 512, height: 512 });
    expect(last?.type === 'image' ? await last.images() : []).toMatchObject([{ width: 512, height: 512 }]);
  });

  it('3: an image with a negative prompt and a guidance scale', async () => {
    const { space, StabilityAI_SD35Large, events, print } = await start();
    const messages = [{ role: 'user', content: 'A futuristic city' }] as const;
    for await (const image of StabilityAI_SD35Large.createAsyncGenerator({ model, messages, negativePrompt: 'people, cars', guidanceScale: 7 })) print(image);
    expect(sentData(space)).toEqual(['A futuristic city', 'people, cars', 0, true, 1024, 1024, 7, 50]);
    expect(events.at(-1)?.type).toBe('image');
  });

  it('print as Markdown', async () => {
    const { space, StabilityAI_SD35Large } = await start();
    const texts: string[] = [];
    for await (const image of StabilityAI_SD35Large.createAsyncGenerator({ model, prompt: 'A cat', width: 512, height: 512, numInferenceSteps: 1 })) {
      if (image.type === 'image') texts.push(String(image));
    }
    expect(texts).toHaveLength(1);
    expect(texts[0]?.startsWith(`![A cat](${space.url}/gradio_api/file=/tmp/gradio/`)).toBe(true);
  });
});
