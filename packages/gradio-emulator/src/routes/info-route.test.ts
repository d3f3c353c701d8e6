import { afterAll, describe, expect, it } from 'vitest';
import { startSpace } from '../space/start-space.ts';

const space = await startSpace();
afterAll(() => space.close());

describe('GET /info', () => {
  it('describes the eight inputs of infer as Gradio 5.3 does', async () => {
    const text = await (await fetch(`${space.url}/gradio_api/info`)).text();
    // Taken from a real Gradio 5.3.0 with the same interface.
    const expected = [
      '{"label":"Prompt","parameter_name":"prompt","parameter_has_default":false,"parameter_default":null,"type":{"type":"string"},"python_type":{"type":"str","description":""},"component":"Textbox","example_input":"Hello!!"}',
      '{"label":"Negative prompt","parameter_name":"negative_prompt","parameter_has_default":false,"parameter_default":null,"type":{"type":"string"},"python_type":{"type":"str","description":""},"component":"Textbox","example_input":"Hello!!"}',
      '{"label":"Seed","parameter_name":"seed","parameter_has_default":true,"parameter_default":0,"type":{"type":"number","description":"numeric value between 0 and 2147483647"},"python_type":{"type":"float","description":""},"component":"Slider","example_input":0}',
      '{"label":"Randomize seed","parameter_name":"randomize_seed","parameter_has_default":true,"parameter_default":true,"type":{"type":"boolean"},"python_type":{"type":"bool","description":""},"component":"Checkbox","example_input":true}',
      '{"label":"Width","parameter_name":"width","parameter_has_default":true,"parameter_default":1024,"type":{"type":"number","description":"numeric value between 512 and 1024"},"python_type":{"type":"float","description":""},"component":"Slider","example_input":512}',
      '{"label":"Height","parameter_name":"height","parameter_has_default":true,"parameter_default":1024,"type":{"type":"number","description":"numeric value between 512 and 1024"},"python_type":{"type":"float","description":""},"component":"Slider","example_input":512}',
      '{"label":"Guidance scale","parameter_name":"guidance_scale","parameter_has_default":true,"parameter_default":4.5,"type":{"type":"number","description":"numeric value between 0.0 and 7.5"},"python_type":{"type":"float","description":""},"component":"Slider","example_input":0.0}',
      '{"label":"Number of inference steps","parameter_name":"num_inference_steps","parameter_has_default":true,"parameter_default":40,"type":{"type":"number","description":"numeric value between 1 and 50"},"python_type":{"type":"float","description":""},"component":"Slider","example_input":1}',
    ];
    expect(text.startsWith(`{"named_endpoints":{"/infer":{"parameters":[${expected.join()}],"returns":[`)).toBe(true);
    expect(text).toContain('"title":"ImageData","type":"object"');
    expect(text.endsWith('"unnamed_endpoints":{}}')).toBe(true);
  });
});
