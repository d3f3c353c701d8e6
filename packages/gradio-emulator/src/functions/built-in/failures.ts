import { SpaceError } from '../space-error.ts';
import type { SpaceCall, SpaceFunction } from '../space-function.ts';
import { message, result } from './components.ts';
import { paintImage } from './paint-image.ts';
import { readText } from './read-input.ts';

/** Fails with a message for the caller; every text of ZeroGPU can be had this way. */
export const failShown: SpaceFunction = {
  inputs: { message },
  outputs: [result],
  run: fails(({ inputs: [text] }) => new SpaceError(readText(text))),
};

/** The same under a title. */
export const failTitled: SpaceFunction = {
  inputs: { message, title: { type: 'textbox', label: 'Title' } },
  outputs: [result],
  run: fails(({ inputs: [text, title] }) => new SpaceError(readText(text), { title: readText(title) })),
};

/** Fails with an error that the caller must not see. */
export const failHidden: SpaceFunction = {
  inputs: { message },
  outputs: [result],
  run: fails(({ inputs: [text] }) => new Error(readText(text))),
};

/** Shows one picture, then fails. */
export const failMidway: SpaceFunction = {
  inputs: { message },
  outputs: [result],
  generator: true,
  async *run({ inputs: [text] }) {
    yield { type: 'outputs', values: [await paintImage('fail midway')] };
    throw new SpaceError(readText(text));
  },
};

function fails(error: (call: SpaceCall) => Error): SpaceFunction['run'] {
  return (call) => {
    throw error(call);
  };
}
