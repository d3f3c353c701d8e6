import { afterAll, beforeAll } from 'vitest';
import type { Space, SpaceOptions } from '../space/space-options.ts';
import { startSpace } from '../space/start-space.ts';

/** The Space of a group of tests, while they run. */
export type SharedSpace = Omit<Space, 'close' | typeof Symbol.asyncDispose>;

/**
 * Gives the tests of a file, or of the `describe` around the call, a Space that runs from the first to the last of them.
 *
 * Everything about it is asked for while a test or a hook runs; before that it throws an `Error`, as there is no Space
 * yet. Needs Vitest.
 */
export function useSpace(options: SpaceOptions = {}): SharedSpace {
  let running: Space | undefined;
  beforeAll(async () => {
    running = await startSpace(options);
  });
  afterAll(() => running?.close());
  const space = (): Space => {
    if (running === undefined) throw new Error('The Space runs only while tests do: ask for it inside of a test.');
    return running;
  };
  return {
    get url() {
      return space().url;
    },
    get gradioVersion() {
      return space().gradioVersion;
    },
    get requests() {
      return space().requests;
    },
    get openSockets() {
      return space().openSockets;
    },
    get state() {
      return space().state;
    },
    setState: (state) => {
      space().setState(state);
    },
    restart: () => {
      space().restart();
    },
  };
}
