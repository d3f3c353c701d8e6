import { createRegistry, type ImageEvent, type ImageRequest } from '@hypotez/provider-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bufferedPlugin, bufferedWire, chunk, eventStream, examplePng, json, lastChunk, startFaultServer, streamPlugin, streamWire, type FaultServer, type Script, type Wire } from '../index.ts';

async function start(wire: Wire, news?: (server: FaultServer) => Script): Promise<FaultServer> {
  const server = await startFaultServer({
    respond: (request, self) => {
      const part = wire.partOf(request) ?? 'start';
      return (part === wire.newsPart ? news?.(self) : undefined) ?? wire.answer(part, self, request);
    },
  });
  onTestFinished(() => server.close());
  return server;
}

async function generate(plugin: ReturnType<typeof bufferedPlugin> | ReturnType<typeof streamPlugin>, request: ImageRequest): Promise<readonly ImageEvent[]> {
  const registry = createRegistry([plugin]);
  onTestFinished(() => registry[Symbol.asyncDispose]());
  const events: ImageEvent[] = [];
  for await (const event of registry.generate('reference', request)) events.push(event);
  return events;
}

async function bytesOf(events: readonly ImageEvent[]): Promise<readonly (readonly number[])[]> {
  const images = await Promise.all(events.flatMap((event) => (event.type === 'image' ? [event.images()] : [])));
  return images.flat().map(({ bytes }) => [...bytes]);
}

const PNG = [...examplePng()];

describe('the buffered provider', () => {
  it('sends the job with the credential and fetches the image without it', async () => {
    const server = await start(bufferedWire);
    const events = await generate(bufferedPlugin({ url: server.url, apiKey: 'secret' }), { prompt: 'a lake', seed: 7, width: 64, height: 128 });
    expect(await bytesOf(events)).toEqual([PNG]);
    expect(server.requests.map(({ method, path, headers }) => [method, path, headers['authorization']])).toEqual([
      ['POST', '/v1/images', 'Bearer secret'],
      ['GET', '/images/1.png', undefined],
    ]);
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({ prompt: 'a lake', seed: 7, width: 64, height: 128 });
  });

  it('makes several images of several calls', async () => {
    const server = await start(bufferedWire);
    const events = await generate(bufferedPlugin({ url: server.url }), { prompt: 'a lake', n: 3 });
    expect(await bytesOf(events)).toEqual([PNG, PNG, PNG]);
  });

  it('refuses an answer without an image', async () => {
    const server = await start(bufferedWire, () => [json(200, { images: [] })]);
    await expect(generate(bufferedPlugin({ url: server.url }), { prompt: 'a lake' })).rejects.toMatchObject({ code: 'response_parse', billed: 'maybe' });
  });
});

describe('the streaming provider', () => {
  it('gives queue, steps, previews and the image', async () => {
    const server = await start(streamWire);
    const events = await generate(streamPlugin({ url: server.url }), { prompt: 'a lake' });
    expect(events.map(({ type }) => type)).toEqual(['progress', 'progress', 'preview', 'image']);
    expect(events[0]).toMatchObject({ stage: 'queued', queuePosition: 0 });
    expect(events[1]).toMatchObject({ stage: 'step', step: 1, steps: 20 });
    expect(await bytesOf(events)).toEqual([PNG]);
  });

  it('passes over what it does not know', async () => {
    const { events: texts } = streamWire;
    if (texts === undefined) throw new Error('The wire has no events.');
    const server = await start(streamWire, (self) => [eventStream(), chunk(texts.unknown), chunk(texts.completed(self)), lastChunk()]);
    expect((await generate(streamPlugin({ url: server.url }), { prompt: 'a lake' })).map(({ type }) => type)).toEqual(['image']);
  });
});
