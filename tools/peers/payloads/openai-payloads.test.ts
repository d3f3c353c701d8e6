import OpenAI from 'openai';
import { createProviderContext, type ImageRequest } from '@hypotez/provider-core';
import { openAiCompatible } from '@hypotez/provider-openai-compatible';
import { EXAMPLE_PNG_BASE64, examplePng, formOf, json, startFaultServer, type FaultServer, type RecordedRequest } from '@hypotez/provider-testkit';
import { describe, expect, it, onTestFinished } from 'vitest';
import { imagesStreamWire, imagesWire } from '../wires/images-wire.ts';

const KEY = 'key-of-the-comparison';
const PROMPT = 'a lake at dawn, "quoted", é 漢 🖼';
const MODEL = 'gpt-image-2';
const PICTURE = { b64_json: EXAMPLE_PNG_BASE64 };

/** A server that answers both clients, and is asked once by each. */
async function openServer(): Promise<FaultServer> {
  const server = await startFaultServer({
    respond: (request, self) => {
      if (/"n":2|name="n"/u.test(request.body)) return [json(200, { data: [PICTURE, PICTURE] })];
      return (/"stream":true|name="stream"/u.test(request.body) ? imagesStreamWire : imagesWire).answer('start', self, request);
    },
  });
  onTestFinished(() => server.close());
  return server;
}

/** What the service reads of a request: where it went, as whom, and every field with its type and value. */
async function described(request: RecordedRequest): Promise<object> {
  const { method, path, headers, body } = request;
  const [mediaType] = headers['content-type']?.split(';') ?? [];
  const content = mediaType === 'multipart/form-data' ? await fieldsOf(await formOf(request)) : (JSON.parse(body) as unknown);
  return { method, path, mediaType, authorization: headers['authorization'], content };
}

/** Fields by name, in their order where there are several of one. */
async function fieldsOf(form: FormData): Promise<Readonly<Record<string, unknown>>> {
  const fields = await Promise.all([...form].map(async ([name, value]) => ({ name, value: typeof value === 'string' ? value : { type: value.type, name: value.name, bytes: Buffer.from(await value.arrayBuffer()).toString('base64') } })));
  return Object.fromEntries([...Map.groupBy(fields, ({ name }) => name)].map(([name, values]) => [name, values.map(({ value }) => value)]));
}

/** What OpenAI's own client and ours send for the same wish. */
async function bothSent(ask: (client: OpenAI) => Promise<unknown>, request: ImageRequest): Promise<{ readonly theirs: object; readonly ours: object }> {
  const server = await openServer();
  await ask(new OpenAI({ apiKey: KEY, baseURL: `${server.url}/v1`, maxRetries: 0, logLevel: 'off' }));
  const context = createProviderContext({ env: {} });
  onTestFinished(() => context.http.close());
  const provider = openAiCompatible({ url: `${server.url}/v1`, apiKey: KEY, models: [{ id: MODEL, aliases: [] }] }).create(context, {});
  for await (const event of provider.createAsyncGenerator({ prompt: PROMPT, ...request })) expect(event.type).toMatch(/^(?:progress|preview|image)$/u);
  const [theirs, ours] = await Promise.all(server.requests.map(described));
  if (theirs === undefined || ours === undefined) throw new Error('One of the clients sent nothing.');
  return { theirs, ours };
}

const options = (own: Readonly<Record<string, unknown>>): ImageRequest => ({ providerOptions: { 'openai-compatible': own } });
const file = (name: string): File => new File([new Uint8Array(examplePng())], `${name}.png`, { type: 'image/png' });

describe('a request of ours is the one of OpenAI\'s own client', () => {
  it.each<readonly [string, (client: OpenAI) => Promise<unknown>, ImageRequest]>([
    ['a prompt alone', (client) => client.images.generate({ model: MODEL, prompt: PROMPT }), {}],
    ['several images of a size', (client) => client.images.generate({ model: MODEL, prompt: PROMPT, n: 2, size: '1536x1024' }), { n: 2, width: 1536, height: 1024 }],
    [
      'every option', (client) => client.images.generate({ model: MODEL, prompt: PROMPT, quality: 'high', background: 'transparent', output_format: 'webp', output_compression: 80, moderation: 'low', safety_identifier: 'u1' }),
      options({ quality: 'high', background: 'transparent', output_format: 'webp', output_compression: 80, moderation: 'low', safety_identifier: 'u1' }),
    ],
    ['previews', (client) => client.images.generate({ model: MODEL, prompt: PROMPT, stream: true, partial_images: 2 }), options({ partial_images: 2 })],
    ['one image to change', (client) => client.images.edit({ model: MODEL, prompt: PROMPT, image: file('image'), output_compression: 80 }), { images: [examplePng()], ...options({ output_compression: 80 }) }],
    [
      'several images and a mask', (client) => client.images.edit({ model: MODEL, prompt: PROMPT, image: [file('image'), file('image')], mask: file('mask'), n: 2 }),
      { images: [examplePng(), examplePng()], mask: examplePng(), n: 2 },
    ],
    ['previews of a change', (client) => client.images.edit({ model: MODEL, prompt: PROMPT, image: file('image'), stream: true, partial_images: 1 }), { images: [examplePng()], ...options({ partial_images: 1 }) }],
    [
      'options with parts', (client) => client.images.edit({ model: MODEL, prompt: PROMPT, image: file('image'), svg: { model: 'x', reasoning: { effort: 'low' } } }),
      { images: [examplePng()], ...options({ svg: { model: 'x', reasoning: { effort: 'low' } } }) },
    ],
  ])('for %s', async (_name, ask, request) => {
    const { theirs, ours } = await bothSent(ask, request);
    expect(ours).toEqual(theirs);
  });
});
