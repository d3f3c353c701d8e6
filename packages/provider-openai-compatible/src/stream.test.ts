import { EXAMPLE_PNG_BASE64, EXAMPLE_PNG_URL, chunk, comment, createBarrier, event, eventStream, examplePng, hold, json, lastChunk, waitFor, runToEnd, type RunOutcome, type Script } from '@hypotez/provider-testkit';
import { describe, expect, it, vi } from 'vitest';
import { openServer, providerAt } from './testing/open-server.ts';

const picture = (type: string, more: object = {}) => event({ type, b64_json: EXAMPLE_PNG_BASE64, ...more }, type);
const preview = picture('image_generation.partial_image', { partial_image_index: 0 });
const completed = picture('image_generation.completed', { size: '1536x1024', usage: { total_tokens: 9 } });

/** A run with previews, answered by a script. */
async function follow(script: Script, partialImages = 1): Promise<RunOutcome> {
  const server = await openServer(() => script);
  return runToEnd(providerAt(server), { prompt: 'a lake', providerOptions: { 'openai-compatible': { partial_images: partialImages } } });
}

describe('a stream', () => {
  it.each([['a new image', []], ['a changed image', [examplePng()]]])('gives previews, then %s', async (_name, images) => {
    const { events, images: [image], error } = await runToEnd(providerAt(await openServer()), { prompt: 'a lake', images, providerOptions: { 'openai-compatible': { partial_images: 3 } } });
    expect(error).toBeUndefined();
    expect(events.map(({ type }) => type)).toEqual(['progress', 'preview', 'preview', 'preview', 'image']);
    expect(events[1]).toMatchObject({ urls: [EXAMPLE_PNG_URL], alt: 'a lake', model: 'default' });
    expect(image).toMatchObject({ urls: [EXAMPLE_PNG_URL], usage: { totalTokens: 100 } });
  });

  it('tells size and usage of its image', async () => {
    const { images } = await follow([eventStream(), completed, lastChunk()]);
    expect(images[0]).toMatchObject({ width: 1536, height: 1024, usage: { totalTokens: 9 } });
  });

  it('is over with its image, whatever the server still says or keeps open', async () => {
    expect((await follow([eventStream(), preview, completed, completed, event('[DONE]'), lastChunk()])).events.map(({ type }) => type)).toEqual(['progress', 'preview', 'image']);
    expect((await follow([eventStream(), completed, hold()])).error).toBeUndefined();
  });

  it('leaves its connection to the next request', async () => {
    let gate = createBarrier();
    const server = await openServer(() => [eventStream(), completed, waitFor(gate.reached), lastChunk()]);
    const provider = providerAt(server);
    // Its end is read in the background, and a request that comes before that takes another one.
    await vi.waitFor(async () => {
      gate = createBarrier();
      await runToEnd(provider, { prompt: 'a lake' });
      gate.open();
      expect(server.connections).toBeLessThan(server.requests.length);
    });
  });

  it('may have signs of life, events that nobody knows, and types in the line of the event alone', async () => {
    const { events, error } = await follow([
      eventStream(), comment('alive'), event({ type: 'image_generation.weather' }, 'image_generation.weather'), event({ type: '__proto__' }), event({ b64_json: EXAMPLE_PNG_BASE64 }, 'image_generation.partial_image'),
      completed, lastChunk(),
    ]);
    expect(error).toBeUndefined();
    expect(events.map(({ type }) => type)).toEqual(['progress', 'preview', 'image']);
  });

  it('that a server cannot give is an answer in one piece', async () => {
    const { events, error } = await follow([json(200, { data: [{ b64_json: EXAMPLE_PNG_BASE64 }] })]);
    expect(error).toBeUndefined();
    expect(events.map(({ type }) => type)).toEqual(['progress', 'image']);
  });

  it('that nobody asked for is read as well', async () => {
    expect((await follow([eventStream(), completed, lastChunk()], 0)).images).toHaveLength(1);
  });

  it('is one for each of several images, since it does not say which one an event is about', async () => {
    const server = await openServer();
    const { events, images, error } = await runToEnd(providerAt(server), { prompt: 'a lake', n: 3, providerOptions: { 'openai-compatible': { partial_images: 1 } } });
    expect(error).toBeUndefined();
    expect(server.requests).toHaveLength(3);
    expect(images.map(({ index }) => index).toSorted()).toEqual([0, 1, 2]);
    expect(events.flatMap((news) => (news.type === 'preview' ? [news.index] : [])).toSorted()).toEqual([0, 1, 2]);
  });

  it.each<readonly [string, Script, string]>([
    ['ends before its image', [preview], 'job_lost'],
    ['ends with nothing but its mark', [event('[DONE]')], 'job_lost'],
    ['ends in the middle of its image', [chunk('event: image_generation.completed\ndata: {"type":"image_generation.completed","b64_json":"aaaa"}')], 'job_lost'],
    ['has an event that is no JSON', [event('{"type":')], 'protocol'],
    ['has an image without a picture', [event({ type: 'image_generation.completed' })], 'response_parse'],
  ])('that %s fails, and may have been billed', async (_name, script, code) => {
    expect((await follow([eventStream(), ...script, lastChunk()])).error).toMatchObject({ code, billed: 'maybe' });
  });
});

describe('a failure in a stream', () => {
  const blocked = { message: 'Your request was rejected.', type: 'image_generation_user_error', code: 'moderation_blocked', param: null };

  it.each<readonly [string, Script]>([
    ['an event of its own', [event({ type: 'error', error: blocked }, 'error')]],
    ['a flat event', [event({ ...blocked, type: 'error' })]],
    ['an event by its line alone', [event({ message: blocked.message, code: blocked.code }, 'error')]],
    ['an event without a type', [event({ error: blocked })]],
  ])('is told by %s', async (_name, script) => {
    const { error } = await follow([eventStream(), ...script, lastChunk()]);
    expect(error).toMatchObject({ code: 'moderation', billed: 'no', message: expect.stringContaining('Your request was rejected.') as string });
  });

  it('may have been billed once a preview was there', async () => {
    expect((await follow([eventStream(), preview, event({ type: 'error', error: blocked }), lastChunk()])).error).toMatchObject({ code: 'moderation', billed: 'maybe' });
    expect((await follow([eventStream(), preview, event({ error: { code: 'rate_limit_exceeded' } }), lastChunk()])).error).toMatchObject({ code: 'rate_limit', billed: 'maybe' });
  });
});
