import { MissingImagesError, createRegistry } from '@hypotez/provider-core';
import { formOf, runToEnd } from '@hypotez/provider-testkit';
import { describe, expect, it } from 'vitest';
import { stabilityApi } from './index.ts';
import { openService, providerAt } from './testing/open-service.ts';
import { picture, refusal } from './testing/stability-wire.ts';

const REQUEST = { prompt: 'A lighthouse on a cliff', seed: 10, n: 4 };

describe('several pictures', () => {
  it('are as many requests, each with its own seed', async () => {
    const service = await openService();
    const { images, error } = await runToEnd(providerAt(service), REQUEST);
    expect(error).toBeUndefined();
    expect(images.map(({ index, seed }) => [index, seed]).toSorted()).toEqual([[0, 10], [1, 11], [2, 12], [3, 13]]);
    const seeds = await Promise.all(service.requests.map(async (request) => (await formOf(request)).get('seed')));
    expect(seeds.toSorted()).toEqual(['10', '11', '12', '13']);
  });

  it('come but for one that was blurred', async () => {
    const service = await openService(({ body }) => (body.includes('\r\n12\r\n') ? picture({ finishReason: 'CONTENT_FILTERED' }) : undefined));
    const { images, error } = await runToEnd(providerAt(service), REQUEST);
    expect(images.map(({ index }) => index).toSorted()).toEqual([0, 1, 3]);
    expect(error).toBeInstanceOf(MissingImagesError);
    expect(error).toMatchObject({ failures: [{ index: 2, error: { code: 'moderation' } }] });
  });

  it('are not asked for when the first credits are missing', async () => {
    const service = await openService(() => refusal(402, 'payment_required', ['You lack sufficient credits.']));
    const { error } = await runToEnd(providerAt(service), { ...REQUEST, n: 10 });
    expect(error).toMatchObject({ billed: 'no', failures: { length: 10 } });
    expect(service.requests.length).toBe(4);
  });

  it('come through a registry as well', async () => {
    const service = await openService();
    await using registry = createRegistry([stabilityApi({ url: service.url, apiKey: 'sk-test' })]);
    const indexes: number[] = [];
    for await (const event of registry.generate('stable-image-core', REQUEST)) if (event.type === 'image') indexes.push(event.index);
    expect(indexes.toSorted()).toEqual([0, 1, 2, 3]);
  });
});
