import { ConfigurationError, ModelNotFoundError, createRegistry } from '@hypotez/provider-core';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { gradioSpace, type GradioSpacePluginOptions } from './index.ts';
import { openSpace, painter, pathsOf, providerAt, run } from './testing/open-space.ts';

const prompt = { type: 'textbox', label: 'Prompt' } as const;
const inputs = {
  topic: { type: 'textbox', label: 'Topic' }, avoid: { type: 'textbox', label: 'Avoid' }, effort: { type: 'slider', label: 'Effort', minimum: 1, maximum: 9, step: 1, value: 3 }, style: { type: 'textbox', label: 'Style' },
} as const;

async function open(options: Partial<GradioSpacePluginOptions>) {
  const { paint, calls } = painter(inputs);
  const space = await openSpace({ functions: { paint } });
  return { calls, space, provider: providerAt(space, { apiName: 'paint', ...options }) };
}

describe('a mapping', () => {
  it('says what inputs take whose names do not', async () => {
    const { provider, calls } = await open({ inputs: { topic: 'prompt', avoid: 'negativePrompt', effort: 'numInferenceSteps', style: { constant: 'ink' } } });
    expect((await run(provider, { negativePrompt: 'fog', numInferenceSteps: 5 })).error).toBeUndefined();
    await run(provider);
    expect(calls).toEqual([['a lake', 'fog', 5, 'ink'], ['a lake', '', 3, 'ink']]);
    expect(provider.boundsFor().numInferenceSteps).toEqual({ min: 1, max: 9 });
  });

  it('leaves to the Space what it does not name', async () => {
    const { provider, calls } = await open({ inputs: { topic: 'prompt' } });
    await run(provider);
    expect(calls).toEqual([['a lake', '', 3, '']]);
  });

  it('may send one field to two inputs', async () => {
    const { provider, calls } = await open({ inputs: { topic: 'prompt', style: 'prompt' } });
    await run(provider);
    expect(calls).toEqual([['a lake', '', 3, 'a lake']]);
  });

  it.each([
    ['efort', 'The function paint has no input efort; there are topic, avoid, effort, style. Perhaps effort is meant.'],
    ['Style', 'The function paint has no input Style; there are topic, avoid, effort, style. Perhaps style is meant.'],
    ['resolution', 'The function paint has no input resolution; there are topic, avoid, effort, style.'],
    ['__proto__', 'The function paint has no input __proto__; there are topic, avoid, effort, style.'],
  ])('that names an input which the Space lacks is refused: %s', async (name, message) => {
    const { provider, space } = await open({ inputs: Object.fromEntries([[name, 'seed'], ['topic', 'prompt']]) });
    const { error } = await run(provider);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error).toMatchObject({ message: expect.stringContaining(message) as string, billed: 'no' });
    expect(pathsOf(space)).toEqual(['GET /config', 'GET /gradio_api/info']);
  });
});

describe('an input that nothing fills', () => {
  it('is refused with its name and kind', async () => {
    const { paint } = painter({ prompt, amount: { type: 'number', label: 'Amount' } });
    const space = await openSpace({ functions: { paint } });
    const { error } = await run(providerAt(space, { apiName: 'paint' }));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).toContain('The function paint needs amount (number), which nothing fills');
    expect((await run(providerAt(space, { apiName: 'paint', inputs: { amount: { constant: 3 } } }))).error).toBeUndefined();
  });
});

describe('a choice of ratios', () => {
  /** A Space whose only function has a dropdown, which the emulator has not. */
  function withDropdown(choices: readonly unknown[], value: string) {
    return (request: IncomingMessage, response: ServerResponse): boolean => {
      const send = (body: unknown): true => (response.setHeader('content-type', 'application/json').end(JSON.stringify(body)), true);
      const components = [{ id: 1, type: 'textbox', props: { label: 'Prompt' } }, { id: 2, type: 'dropdown', props: { label: 'Size', choices, value } }, { id: 3, type: 'state', props: {} }, { id: 4, type: 'image', props: {} }];
      if (request.url === '/config') return send({ version: '5.3.0', api_prefix: '/gradio_api', components, dependencies: [{ api_name: 'infer', inputs: [3, 1, 2], outputs: [4] }] });
      if (request.url !== '/gradio_api/info') return false;
      return send({ named_endpoints: { '/infer': { parameters: [{ parameter_name: 'prompt', parameter_has_default: false }, { parameter_name: 'aspect_ratio', parameter_has_default: true, parameter_default: value }] } } });
    };
  }

  it.each([
    [[['Wide', '16:9'], ['Square', '1:1']], '1:1', {}, '1:1', '1:1'],
    [[['Wide', '16:9'], ['Square', '1:1']], '1:1', { aspectRatio: '16:9' }, '16:9', '1:1'],
    [['Landscape (3:2)', 'Portrait (2:3)', 'Custom'], 'Portrait (2:3)', { aspectRatio: '3:2' }, 'Landscape (3:2)', '2:3'],
    [['Landscape (3:2)', 'Portrait (2:3)', 'Custom'], 'Portrait (2:3)', {}, 'Portrait (2:3)', '2:3'],
  ] as const)('%j is what an aspect ratio is sent as', async (choices, value, request, sent, usual) => {
    const space = await openSpace({ intercept: withDropdown(choices, value) });
    const provider = providerAt(space);
    await run(provider, request);
    expect(provider.defaultsFor().aspectRatio).toBe(usual);
    // The state is the Space's own, and has a place among the values.
    expect(JSON.parse(space.requests.find(({ path }) => path.includes('/call/'))?.body ?? '')).toMatchObject({ data: [null, 'a lake', sent] });
  });

  it('takes no other ratio, and no sides', async () => {
    const space = await openSpace({ intercept: withDropdown(['16:9', '1:1'], '1:1') });
    expect((await run(providerAt(space), { aspectRatio: '4:3' })).error).toMatchObject({ problems: [{ field: 'aspectRatio' }] });
    expect((await run(providerAt(space), { width: 640, height: 480 })).error).toMatchObject({ problems: [{ field: 'width' }, { field: 'height' }] });
  });
});

describe('a wrong option', () => {
  it.each<readonly [string, object]>([
    ['space', { space: '' }], ['space', { space: 'owner' }], ['space', { space: 'https://' }], ['space', { space: 'owner/name/more' }], ['space', { space: 'ftp://host.example' }], ['space', { space: 5 }],
    ['apiName', { apiName: '' }], ['apiName', { apiName: 'a/b' }], ['id', { id: 'My Space' }], ['model', { model: '' }], ['model', { aliases: [''] }],
    ['inputs.steps', { inputs: { steps: 'inferenceSteps' } }], ['inputs.steps', { inputs: { steps: 5 } }], ['inputs.steps', { inputs: { steps: null } }],
  ])('%s is told at once: %j', (name, options) => {
    const all = { space: 'owner/name', ...options };
    expect(() => gradioSpace(all)).toThrow(ConfigurationError);
    expect(() => gradioSpace(all)).toThrow(`The option ${name} is wrong`);
  });

  it.each([{ url: 'host.example' }, { apiKey: 'a b' }, { bounds: { seed: { min: 2, max: 1 } } }])('of the base is told with the provider: %j', (options) => {
    using registry = createRegistry([gradioSpace({ space: 'owner/name', ...options })]);
    expect(() => registry.resolve('owner/name')).toThrow(ConfigurationError);
  });
});

describe('the names', () => {
  it.each([
    ['owner/name', 'owner/name', 'https://owner-name.hf.space'],
    ['black-forest-labs/FLUX.1-dev', 'black-forest-labs/FLUX.1-dev', 'https://black-forest-labs-flux-1-dev.hf.space'],
    ['some_body/a_b.c', 'some_body/a_b.c', 'https://some-body-a-b-c.hf.space'],
    ['https://huggingface.co/spaces/owner/name', 'owner/name', 'https://owner-name.hf.space'],
    ['https://owner-name.hf.space', 'owner-name.hf.space', 'https://owner-name.hf.space'],
    ['http://127.0.0.1:7860', '127.0.0.1:7860', 'http://127.0.0.1:7860'],
  ])('of the Space %s are the model %s at %s', (space, model, url) => {
    using registry = createRegistry([gradioSpace({ space })]);
    expect(registry.models()).toMatchObject([{ provider: 'gradio-space', model, aliases: [] }]);
    expect(registry.resolve(`gradio-space/${model}`)).toMatchObject({ url, id: 'gradio-space', label: `Gradio Space ${model}` });
  });

  it('may be others, for several Spaces in one registry', () => {
    using registry = createRegistry([
      gradioSpace({ space: 'a/one', id: 'one', aliases: ['sd-3.5'] }),
      gradioSpace({ space: 'b/two', id: 'two', model: 'second', aliases: ['sd-3.5'] }),
    ]);
    expect(registry.candidates('sd-3.5').map(({ id, model }) => `${id}/${model}`)).toEqual(['one/a/one', 'two/second']);
    expect(registry.resolve('second')).toMatchObject({ id: 'two', url: 'https://b-two.hf.space' });
    expect(() => registry.resolve('three')).toThrow(ModelNotFoundError);
  });
});
