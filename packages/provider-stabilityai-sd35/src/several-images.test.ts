import { SpaceError, type Space, type SpaceFunction } from '@hypotez/gradio-emulator';
import { MissingImagesError, createProviderContext, createRegistry, type ImageEvent, type ImageResponse } from '@hypotez/provider-core';
import { runToEnd } from '@hypotez/provider-testkit';
import { describe, expect, it, vi } from 'vitest';
import { StabilityAI_SD35Large, stabilityAiSd35 } from './index.ts';
import { openSpace } from './testing/open-space.ts';

const SMALL = { prompt: 'A cat', width: 512, height: 512, numInferenceSteps: 1 } as const;
const PIXEL = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), (character) => character.charCodeAt(0));

/** A provider as an application makes it, with a session of its own for every job. */
function providerAt({ url }: Space, context = createProviderContext({ env: {} })): StabilityAI_SD35Large {
  return new StabilityAI_SD35Large({ url }, context);
}

/** Paints a pixel, but fails for some seeds. */
function failingFor(...seeds: readonly number[]): SpaceFunction {
  const names = ['prompt', 'negative_prompt', 'seed', 'randomize_seed', 'width', 'height', 'guidance_scale', 'num_inference_steps'];
  return {
    inputs: Object.fromEntries(names.map((name) => [name, { type: name === 'seed' ? 'number' : 'textbox', label: name } as const])),
    outputs: [{ type: 'image', label: 'Result' }, { type: 'number', label: 'Seed' }],
    async *run({ inputs: [, , seed] }) {
      if (typeof seed !== 'number' || seeds.includes(seed)) throw new SpaceError(`There is no picture of ${String(seed)}.`);
      yield { type: 'outputs', values: [{ bytes: PIXEL }, seed] };
    },
  };
}

function imagesOf(events: readonly ImageEvent[]): readonly ImageResponse[] {
  return events.filter((event) => event.type === 'image');
}

/** How many jobs a Space was asked to start. */
function jobs({ requests }: Space): number {
  return requests.filter(({ path }) => path.endsWith('/call/infer')).length;
}

describe('several images', () => {
  it('are four jobs with four different seeds, and four different pictures', async () => {
    const space = await openSpace({ concurrency: 4 });
    const { events, error } = await runToEnd(providerAt(space), { ...SMALL, n: 4, seed: 42 });
    expect(error).toBeUndefined();
    const images = imagesOf(events).toSorted((one, other) => one.index - other.index);
    expect(images.map(({ index, seed }) => [index, seed])).toEqual([[0, 42], [1, 43], [2, 44], [3, 45]]);
    const files = await Promise.all(images.map(async (image) => image.images()));
    expect(new Set(files.map(([file]) => Buffer.from(file?.bytes ?? []).toString('base64'))).size).toBe(4);
    expect(events.filter(({ type }) => type === 'progress').every(({ index }) => index !== undefined)).toBe(true);
    expect(jobs(space)).toBe(4);
  });

  it('have seeds of the Space, each told with its own, when none was given', async () => {
    const space = await openSpace({ concurrency: 4 });
    const { events } = await runToEnd(providerAt(space), { ...SMALL, n: 4 });
    const seeds = imagesOf(events).map(({ seed }) => seed);
    expect(seeds.every((seed) => Number.isInteger(seed))).toBe(true);
    expect(new Set(seeds).size).toBe(4);
  });

  it('are painted one after another by a Space that paints one at a time, four jobs in its queue at most', async () => {
    const space = await openSpace();
    const { events, error } = await runToEnd(providerAt(space), { ...SMALL, n: 6, seed: 1 });
    expect(error).toBeUndefined();
    expect(imagesOf(events).map(({ index }) => index).toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
    const waiting = events.flatMap((event) => (event.type === 'progress' && event.queuePosition !== undefined ? [event.queuePosition] : []));
    expect(Math.max(...waiting)).toBeLessThan(4);
  });

  it('come but for one whose job fails, which is told by its index', async () => {
    const space = await openSpace({ concurrency: 4, functions: { infer: failingFor(44) } });
    const { events, error } = await runToEnd(providerAt(space), { ...SMALL, n: 4, seed: 42 });
    expect(imagesOf(events).map(({ seed }) => seed).toSorted()).toEqual([42, 43, 45]);
    expect(error).toBeInstanceOf(MissingImagesError);
    expect(error).toMatchObject({ provider: 'stabilityai-sd35', failures: [{ index: 2, error: { code: 'response', message: expect.stringContaining('There is no picture of 44.') as string } }] });
    expect(jobs(space)).toBe(4);
  });

  it('can be asked for again where they are missing, and are what they would have been', async () => {
    const space = await openSpace({ functions: { infer: failingFor(43, 45) } });
    const request = { ...SMALL, n: 4, seed: 42 };
    const { error } = await runToEnd(providerAt(space), request);
    const indexes = error instanceof MissingImagesError ? error.failures.map(({ index }) => index) : [];
    expect(indexes).toEqual([1, 3]);
    const { events } = await runToEnd(providerAt(await openSpace({ concurrency: 2 })), { ...request, indexes });
    expect(imagesOf(events).map(({ index, seed }) => [index, seed]).toSorted()).toEqual([[1, 43], [3, 45]]);
  });

  it('cost four requests with a wrong token, not ten', async () => {
    const space = await openSpace({ token: 'hf_right' });
    const { error } = await runToEnd(providerAt(space), { ...SMALL, n: 10, apiKey: 'hf_wrong' });
    expect(error).toMatchObject({ code: 'missing_images', billed: 'no', retryable: false });
    const failures = error instanceof MissingImagesError ? error.failures : [];
    expect(failures.map(({ error: { code } }) => code)).toEqual(Array.from({ length: 10 }, () => 'authentication'));
    expect(jobs(space)).toBe(4);
    expect(String(error)).not.toContain('hf_wrong');
  });

  it('are all cancelled at the Space when the loop is left', async () => {
    const space = await openSpace({ concurrency: 4, stepMs: 60_000 });
    const working = new Set<number | undefined>();
    const context = createProviderContext({ env: {} });
    for await (const event of providerAt(space, context).createAsyncGenerator({ ...SMALL, numInferenceSteps: 50, n: 6, seed: 42 })) {
      if (event.type === 'progress' && event.stage !== 'queued') working.add(event.index);
      if (working.size === 4) break;
    }
    const cancelled = (): readonly unknown[] => space.requests.filter(({ path }) => path.endsWith('/cancel')).map(({ body }) => (JSON.parse(body) as { readonly event_id: unknown }).event_id);
    await vi.waitFor(() => { expect(cancelled()).toHaveLength(4); });
    expect(new Set(cancelled()).size).toBe(4);
    // The four streams are closed; what is left open waits for further requests until the transport is closed.
    await context.http.close();
    await vi.waitFor(() => { expect(space.openSockets).toBe(0); });
    expect(jobs(space)).toBe(4);
  });

  it('come through a registry as well', async () => {
    const space = await openSpace({ concurrency: 4 });
    await using registry = createRegistry([stabilityAiSd35({ url: space.url })]);
    const events: ImageEvent[] = [];
    for await (const event of registry.generate('sd-3.5', { ...SMALL, n: 3, seed: 7 })) events.push(event);
    expect(imagesOf(events).map(({ index, seed }) => [index, seed]).toSorted()).toEqual([[0, 7], [1, 8], [2, 9]]);
  });
});
