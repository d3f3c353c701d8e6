import { startSpace, type Space, type SpaceOptions } from '@hypotez/gradio-emulator';
import type { SpaceKind } from './start-gradio.ts';

/** The kinds of the test Space that the emulator can be. */
export type EmulatedKind = Exclude<SpaceKind, 'editing'>;

/** What each of them is there. */
const KINDS: Readonly<Record<EmulatedKind, SpaceOptions>> = {
  main: {},
  login: { login: { username: 'painter', password: 'canvas' } },
  full: { maximumQueueSize: 1, concurrency: 1, maximumFileSize: 1000 },
  'show-errors': { showError: true },
};

/** A release that the emulator can be. */
export type EmulatedVersion = NonNullable<SpaceOptions['gradioVersion']>;

/** Starts the emulator as one kind of the test Space, at its pace. */
export function startEmulator(version: EmulatedVersion, kind: EmulatedKind): Promise<Space> {
  return startSpace({ gradioVersion: version, stepMs: 20, ...KINDS[kind] });
}
