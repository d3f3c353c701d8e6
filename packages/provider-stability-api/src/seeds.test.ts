import { describe, expect, it } from 'vitest';
import { DRAWN, openService, providerAt, sentFields } from './testing/open-service.ts';
import { answer, examplePng, runToEnd } from '@hypotez/provider-testkit';
import { picture } from './testing/stability-wire.ts';

const PROMPT = 'A lighthouse on a cliff';

describe('the seed', () => {
  it.each([
    [{}, DRAWN],
    [{ seed: 42 }, 42],
    [{ seed: 1 }, 1],
    [{ seed: 4_294_967_294 }, 4_294_967_294],
    [{ seed: 42, randomizeSeed: true }, DRAWN],
  ])('of %j is sent as %d, and told with the picture', async (fields, seed) => {
    const service = await openService();
    const { image } = await runToEnd(providerAt(service), { prompt: PROMPT, ...fields });
    expect(await sentFields(service)).toContainEqual(['seed', seed.toString()]);
    expect(image?.seed).toBe(seed);
  });

  it('is the one that the service tells, where it took another', async () => {
    const service = await openService(() => picture({ seed: 7 }));
    expect((await runToEnd(providerAt(service), { prompt: PROMPT, seed: 42 })).image?.seed).toBe(7);
  });

  it.each([{}, { seed: '' }, { seed: 'x' }, { seed: '-1' }, { seed: '1.5' }, { seed: '1e99' }])('is the one that was sent, where the head says %j', async (headers) => {
    const service = await openService(() => [answer(200, examplePng(), { 'content-type': 'image/png', 'finish-reason': 'SUCCESS', ...headers })]);
    expect((await runToEnd(providerAt(service), { prompt: PROMPT, seed: 42 })).image?.seed).toBe(42);
  });

  it('of several pictures is the next one each', async () => {
    const service = await openService();
    const { images } = await runToEnd(providerAt(service), { prompt: PROMPT, n: 3, seed: 4_294_967_293 });
    expect(images.map(({ index, seed }) => [index, seed]).toSorted()).toEqual([[0, 4_294_967_293], [1, 4_294_967_294], [2, 1]]);
  });
});
