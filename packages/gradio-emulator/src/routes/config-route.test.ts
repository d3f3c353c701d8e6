import { afterAll, describe, expect, it } from 'vitest';
import { startSpace } from '../space/start-space.ts';

const space = await startSpace({ previews: true });
afterAll(() => space.close());

interface Config {
  readonly components: readonly { readonly id: number; readonly type: string; readonly props: object }[];
  readonly dependencies: readonly {
    readonly api_name: string;
    readonly inputs: number[];
    readonly outputs: number[];
  }[];
}

const text = await (await fetch(`${space.url}/config`)).text();
const config = JSON.parse(text) as Config;

describe('GET /config', () => {
  it('names version, prefix, protocol and root', () => {
    expect(config).toMatchObject({
      version: '5.3.0',
      api_prefix: '/gradio_api',
      protocol: 'sse_v3',
      root: space.url,
      username: null,
    });
  });

  it('shows the bounds of every slider of infer', () => {
    const inputs = config.dependencies[0]?.inputs ?? [];
    const sliders = inputs
      .map((id) => config.components.find((component) => component.id === id))
      .filter((component) => component?.type === 'slider')
      .map((component) => component?.props);
    expect(sliders).toMatchObject([
      { label: 'Seed', minimum: 0, maximum: 2147483647, step: 1, value: 0 },
      { label: 'Width', minimum: 512, maximum: 1024, step: 32, value: 1024 },
      { label: 'Height', minimum: 512, maximum: 1024, step: 32, value: 1024 },
      { label: 'Guidance scale', minimum: 0, maximum: 7.5, step: 0.1, value: 4.5 },
      { label: 'Number of inference steps', minimum: 1, maximum: 50, step: 1, value: 40 },
    ]);
    expect(text).toContain('"minimum":0.0,"maximum":7.5,"value":4.5,"step":0.1');
  });

  it('makes the seed one component, going in and coming out', () => {
    const infer = config.dependencies[0];
    expect(infer?.outputs[1]).toBe(infer?.inputs[2]);
  });

  it('lists every function by its index', () => {
    expect(config.dependencies.map(({ api_name }) => api_name)).toEqual([
      'infer',
      'preview',
      'gallery',
      'log',
      'update',
      'nothing',
      'link',
      'fail_shown',
      'fail_titled',
      'fail_hidden',
      'fail_midway',
      'slow',
      'slow_stream',
      'rest',
      'spell',
      'odd_number',
      'warn',
    ]);
  });

  it('says which functions are generators', () => {
    expect(config.dependencies.slice(0, 3)).toMatchObject([
      { id: 0, types: { generator: true } },
      { id: 1, types: { generator: true } },
      { id: 2, types: { generator: false } },
    ]);
  });
});
