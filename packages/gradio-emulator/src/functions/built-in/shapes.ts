import type { SpaceFunction } from '../space-function.ts';
import { pictures, prompt, result } from './components.ts';
import { paintImage } from './paint-image.ts';
import { readText } from './read-input.ts';

/** A log line, then a picture. */
export const log: SpaceFunction = {
  inputs: { prompt },
  outputs: [result],
  async *run({ inputs: [text] }) {
    yield { type: 'log', message: 'Waiting for a GPU to become available' };
    yield { type: 'outputs', values: [await paintImage(readText(text))] };
  },
};

/** A picture wrapped as `gr.update(value=…)`. */
export const update: SpaceFunction = {
  inputs: { prompt },
  outputs: [result],
  async *run({ inputs: [text] }) {
    yield { type: 'outputs', values: [{ update: await paintImage(readText(text)) }] };
  },
};

/** No picture at all. */
export const nothing: SpaceFunction = {
  inputs: { prompt },
  outputs: [result],
  run: () => [{ type: 'outputs', values: [null] }],
};

/** A picture that lies elsewhere, in a gallery, which hands its URL on as it is. */
export const link: SpaceFunction = {
  inputs: { url: { type: 'textbox', label: 'URL' } },
  outputs: [pictures],
  run: ({ inputs: [url] }) => [{ type: 'outputs', values: [[{ image: readText(url), caption: null }]] }],
};
