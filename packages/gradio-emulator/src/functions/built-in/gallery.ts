import type { SpaceFunction } from '../space-function.ts';
import { pictures, prompt } from './components.ts';
import { paintImage } from './paint-image.ts';
import { readNumber, readText } from './read-input.ts';

/** Most pictures of one call, whatever the caller asks for. */
const maximumCount = 16;

/** Several pictures of one prompt, captioned with their numbers. */
export const gallery: SpaceFunction = {
  inputs: { prompt, count: { type: 'slider', label: 'Count', minimum: 1, maximum: 4, step: 1, value: 2 } },
  outputs: [pictures],
  async *run({ inputs: [text, wanted] }) {
    const count = Math.min(Math.trunc(readNumber(wanted)), maximumCount);
    const items = [];
    for (let index = 0; index < count; index += 1) {
      items.push({ image: await paintImage(readText(text), index), caption: index.toString() });
    }
    yield { type: 'outputs', values: [items] };
  },
};
