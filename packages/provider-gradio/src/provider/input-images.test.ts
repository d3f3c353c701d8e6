import type { Gallery, ImageBox, SpaceFunction, Textbox } from '@hypotez/gradio-emulator';
import { examplePng } from '@hypotez/provider-testkit';
import { describe, expect, it } from 'vitest';
import { collect } from '../testing/collect.ts';
import { startScriptedSpace } from '../testing/scripted-space.ts';
import { TestProvider } from '../testing/test-provider.ts';
import type { SpaceComponent, SpaceInput } from './space-input.ts';

const EXAMPLE_PNG = examplePng();
// What comes after the picture is no part of it: another file with the same picture.
const OTHER_PNG = new Uint8Array([...EXAMPLE_PNG, 0]);

function boxOf(component: SpaceComponent): Textbox | ImageBox | Gallery {
  if (component === 'image') return { type: 'image', label: '' };
  return component === 'gallery' ? { type: 'gallery', label: '' } : { type: 'textbox', label: '' };
}

/** Runs a request at a Space with these inputs, and gives what its function was called with. */
async function callWith(kinds: readonly (readonly [component: SpaceComponent, value: SpaceInput['value'], fallback?: unknown])[], request: object) {
  const calls: (readonly unknown[])[] = [];
  const paint: SpaceFunction = {
    inputs: Object.fromEntries(kinds.map(([component], index) => [`input_${index}`, boxOf(component)])),
    outputs: [{ type: 'image', label: 'Result' }],
    *run({ inputs }) {
      calls.push(inputs);
      yield { type: 'outputs', values: [{ bytes: EXAMPLE_PNG }] };
    },
  };
  const space = await startScriptedSpace({}, { functions: { infer: paint } });
  const inputs = kinds.map(([component, value, fallback], index): SpaceInput => ({ name: `input_${index}`, component, value, fallback }));
  const provider = new (class extends TestProvider {
    override readonly inputs = inputs;
  })({ url: space.url });
  const { events, error } = await collect(provider.createAsyncGenerator({ prompt: 'a lake', seed: 7, ...request }));
  expect(error).toBeUndefined();
  return { data: calls[0], paths: space.requests.map(({ path }) => path.replace(/\?.*/u, '')), space, image: events.find((event) => event.type === 'image') };
}

describe('input images', () => {
  const file = (index: number, size = EXAMPLE_PNG.length) => ({
    path: expect.stringMatching(/^\/tmp\/gradio\//u) as string, orig_name: `image-${index}.png`, mime_type: 'image/png', size, meta: { _type: 'gradio.FileData' },
  });

  it('are put onto the Space before the job, which gets the file', async () => {
    const { data, paths } = await callWith([['textbox', 'prompt'], ['image', 'images']], { images: [EXAMPLE_PNG] });
    expect(data).toEqual(['a lake', file(1)]);
    expect(paths.slice(0, 3)).toEqual(['/gradio_api/upload', '/gradio_api/call/infer', '/gradio_api/queue/data']);
  });

  it('go one to each input that takes them', async () => {
    const { data } = await callWith([['image', 'images'], ['image', 'images'], ['image', 'images', 'none']], { images: [EXAMPLE_PNG, OTHER_PNG] });
    expect(data).toEqual([file(1), file(2, OTHER_PNG.length), 'none']);
  });

  it('go into a gallery together', async () => {
    const { data } = await callWith([['gallery', 'images']], { images: [EXAMPLE_PNG, OTHER_PNG] });
    expect(data).toEqual([[{ image: file(1), caption: null }, { image: file(2, OTHER_PNG.length), caption: null }]]);
  });

  it('have the mask beside them, in the same upload', async () => {
    const { data, paths } = await callWith([['image', 'images'], ['image', 'mask'], ['textbox', 'strength']], { images: [EXAMPLE_PNG], mask: EXAMPLE_PNG, strength: 0.5 });
    expect(data).toEqual([file(1), file(2), '0.5']);
    expect(paths.filter((path) => path.endsWith('/upload'))).toHaveLength(1);
  });

  it('are not missed: what takes them gets its fallback, and nothing is uploaded', async () => {
    const { data, paths } = await callWith([['image', 'images'], ['gallery', 'images'], ['image', 'mask'], ['textbox', 'strength', '1']], {});
    expect(data).toEqual([null, null, null, '1']);
    expect(paths).not.toContain('/gradio_api/upload');
  });

  it('end the run when the Space does not take them, before a job is started', async () => {
    const space = await startScriptedSpace({}, { maximumFileSize: 10, gradioVersion: '5.49.1' });
    const outcome = await collect(new TestProvider({ url: `${space.url}/nothing-here` }).createAsyncGenerator({ prompt: 'a lake', images: [EXAMPLE_PNG] }));
    expect(outcome.error).toMatchObject({ code: 'not_found', billed: 'no', provider: 'test-provider' });
    expect(space.requests.some(({ path }) => path.includes('/call/'))).toBe(false);
  });
});

describe('the seed of a Space that cannot choose one', () => {
  it('is drawn here and told', async () => {
    const { data, image } = await callWith([['textbox', 'seed']], { seed: undefined });
    expect(image?.seed).toBeTypeOf('number');
    expect(data).toEqual([String(image?.seed)]);
  });

  it('is the one of the request where there is one', async () => {
    expect((await callWith([['textbox', 'seed']], {})).image?.seed).toBe(7);
  });
});
