import { createProviderContext, type ImageRequest } from '@hypotez/provider-core';
import { gradioSpace, type GradioSpacePluginOptions } from '@hypotez/provider-gradio-space';
import { examplePng, runToEnd } from '@hypotez/provider-testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGradio, type GradioServer } from '../start-gradio.ts';
import type { GradioVersion } from '../versions.ts';

const PICTURE = examplePng();

/** What a plugin without code has to be able to do with a real Gradio: read its description, and put pictures there. */
export function describeAnySpace(version: GradioVersion): void {
  describe(`any Space of Gradio ${version}`, () => {
    const servers: GradioServer[] = [];
    beforeAll(async () => {
      servers.push(...(await Promise.all((['main', 'editing'] as const).map((kind) => startGradio({ version, kind })))));
    }, 900_000);
    afterAll(async () => {
      await Promise.all(servers.map((server) => server.close()));
    });

    const at = (index: 0 | 1, options: Partial<GradioSpacePluginOptions> = {}) =>
      gradioSpace({ space: servers[index]?.url ?? '', ...options }).create(createProviderContext({ env: {} }), {});
    const run = (provider: ReturnType<typeof at>, request: ImageRequest) => runToEnd(provider, { prompt: 'A lighthouse at dawn', ...request });

    it('says what its inputs are, which bounds they have, and what they are without a word', async () => {
      const provider = at(0, { apiName: 'infer' });
      const { image, error } = await run(provider, { negativePrompt: 'fog', seed: 7, width: 512, height: 768, guidanceScale: 3, numInferenceSteps: 2 });
      expect(error).toBeUndefined();
      expect(image).toMatchObject({ seed: 7, width: 512, height: 768 });
      expect((await image?.images())?.[0]).toMatchObject({ width: 512, height: 768 });
      expect(provider.boundsFor()).toMatchObject({
        size: { min: 512, max: 1024, multipleOf: 32 }, seed: { min: 0, max: 2_147_483_647 }, guidanceScale: { min: 0, max: 7.5 }, numInferenceSteps: { min: 1, max: 50 },
      });
      expect(provider.defaultsFor()).toMatchObject({ aspectRatio: '1:1', guidanceScale: 4.5, numInferenceSteps: 40 });
    });

    it('says which of its functions are generators', async () => {
      const provider = at(0, { apiName: 'preview' });
      const { events } = await run(provider, { width: 512, height: 512, numInferenceSteps: 4 });
      expect(provider.capabilities().previews).toBe(true);
      expect(events.some(({ type }) => type === 'preview')).toBe(true);
    });

    it('has its functions listed where several give pictures', async () => {
      expect(String((await run(at(0), {})).error)).toContain('one of which has to be named: infer, preview, gallery');
    });

    it('matches its own description', async () => {
      expect(await at(0, { apiName: 'infer' }).signature()).toMatchObject({ gradioVersion: version, matches: true });
    });

    it('starts from a picture that was put there', async () => {
      const provider = at(1);
      const { image, error } = await run(provider, { images: [PICTURE], strength: 0.5, seed: 3 });
      expect(error).toBeUndefined();
      expect(image?.seed).toBe(3);
      // As large as the picture that it got.
      expect((await image?.images())?.[0]).toMatchObject({ width: 7, height: 5 });
      expect(provider.capabilities()).toMatchObject({ imageInput: 10, mask: true, strength: true, negativePrompt: false });
    });

    it('gets mask and further pictures at their places', async () => {
      const { image, error } = await run(at(1), { images: [PICTURE, PICTURE, PICTURE], mask: PICTURE, seed: 3 });
      expect(error).toBeUndefined();
      expect((await image?.images())?.[0]).toMatchObject({ width: 14, height: 10 });
    });
  });
}
