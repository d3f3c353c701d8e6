import type { PythonValue } from '../protocol/python-value.ts';

/** Builds the dictionary by which Gradio hands out a file. */
export function fileData(path: string, url: string, name: string | null, mediaType: string | null = null): PythonValue {
  return {
    path,
    url,
    size: null,
    orig_name: name,
    mime_type: mediaType,
    is_stream: false,
    meta: { _type: 'gradio.FileData' },
  };
}
