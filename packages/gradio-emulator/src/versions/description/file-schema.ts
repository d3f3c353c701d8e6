import type { PythonValue } from '../../protocol/python-value.ts';

/** An object schema member that may be null, in the key order of pydantic. */
export function nullable(type: string, title: string, description?: string): PythonValue {
  return { anyOf: [{ type }, { type: 'null' }], default: null, description, title };
}

/** The schema member that marks a dictionary as a file; releases from 5.49 on say that it may hold anything. */
export function fileMeta(isOpen: boolean): PythonValue {
  const additionalProperties = isOpen ? true : undefined;
  return { additionalProperties, default: { _type: 'gradio.FileData' }, title: 'Meta', type: 'object' };
}

/** Schema of a file that has a path (less the class description, which Gradio adds where it is a definition). */
export function fileDataSchema(meta: PythonValue): PythonValue {
  return {
    properties: {
      path: { title: 'Path', type: 'string' },
      url: nullable('string', 'Url'),
      size: nullable('integer', 'Size'),
      orig_name: nullable('string', 'Orig Name'),
      mime_type: nullable('string', 'Mime Type'),
      is_stream: { default: false, title: 'Is Stream', type: 'boolean' },
      meta,
    },
    required: ['path'],
    title: 'FileData',
    type: 'object',
  };
}
