import { startSpace, type Space, type SpaceOptions } from '@hypotez/gradio-emulator';
import type { SpaceKind } from './start-gradio.ts';

/** What each kind of the test Space is in the emulator. */
const KINDS: Readonly<Record<SpaceKind, SpaceOptions>> = {
  main: {},
  login: { login: { username: 'painter', password: 'canvas' } },
  full: { maximumQueueSize: 1, concurrency: 1, maximumFileSize: 1000 },
  'show-errors': { showError: true },
};

/** A release that the emulator can be. */
export type EmulatedVersion = NonNullable<SpaceOptions['gradioVersion']>;

/** Starts the emulator as one kind of the test Space, at its pace. */
export function startEmulator(version: EmulatedVersion, kind: SpaceKind): Promise<Space> {
  return startSpace({ gradioVersion: version, stepMs: 20, ...KINDS[kind] });
}
