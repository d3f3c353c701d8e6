import { JOB_KINDS } from './job-content.ts';

/** Inputs of every function, in order: name of the parameter, kind of the component, type, default. */
const INPUTS = [
  ['prompt', 'textbox', 'string', ''],
  ['negative_prompt', 'textbox', 'string', ''],
  ['seed', 'slider', 'number', 0],
  ['randomize_seed', 'checkbox', 'boolean', true],
  ['width', 'slider', 'number', 1024],
  ['height', 'slider', 'number', 1024],
  ['guidance_scale', 'slider', 'number', 4.5],
  ['num_inference_steps', 'slider', 'number', 40],
] as const;
const IMAGE = INPUTS.length;

/** The Space's `/config`, as far as a client reads it. */
export function spaceConfig(root: string): object {
  const inputs = INPUTS.map(([label, type, , value], id) => ({ id, type, props: { label, value, name: type }, component_class_id: type }));
  const image = { id: IMAGE, type: 'image', props: { label: 'Result', name: 'image' }, component_class_id: 'image' };
  return {
    version: '6.25.0',
    api_prefix: '/gradio_api',
    app_id: 42,
    protocol: 'sse_v3',
    root,
    enable_queue: true,
    // As on a Space without states: no stream beside that of the jobs.
    connect_heartbeat: false,
    components: [...inputs, image],
    dependencies: JOB_KINDS.map((kind, id) => ({
      id,
      targets: [],
      inputs: INPUTS.map((_, index) => index),
      outputs: [IMAGE, 2],
      queue: true,
      api_name: kind,
      api_visibility: 'public',
      connection: 'sse',
      types: { generator: true, cancel: false },
    })),
  };
}

/** The Space's `/info`. */
export function spaceInfo(): object {
  const parameters = INPUTS.map(([label, component, type, value]) => ({
    label,
    parameter_name: label,
    parameter_has_default: label !== 'prompt',
    parameter_default: value,
    type: { type },
    component,
    example_input: value,
  }));
  const returns = [
    { label: 'Result', type: { title: 'ImageData', type: 'object' }, component: 'Image' },
    { label: 'Seed', type: { type: 'number' }, component: 'Slider' },
  ];
  return { named_endpoints: Object.fromEntries(JOB_KINDS.map((kind) => [`/${kind}`, { parameters, returns, api_visibility: 'public' }])), unnamed_endpoints: {} };
}
