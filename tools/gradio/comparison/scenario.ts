import { setTimeout as sleep } from 'node:timers/promises';
import type { EmulatedKind } from '../start-emulator.ts';
import type { Visitor } from './visitor.ts';

/** Something a client may do, played against a real Gradio and against the emulator. */
export interface Scenario {
  /** As the subject of a sentence; unique. */
  readonly name: string;
  /** The Space that is visited. Default `main`. */
  readonly kind?: EmulatedKind;
  readonly play: (visitor: Visitor) => Promise<unknown>;
}

/** The inputs of a quick `infer` or `preview`; further ones replace those at their places. */
export function paintingInputs(changes: Readonly<Record<number, unknown>> = {}): unknown[] {
  return ['A lighthouse at dawn', '', 7, false, 512, 512, 4.5, 10].map((value, index) => (index in changes ? changes[index] : value));
}

/** Gives a server time to notice that a reader has gone; nothing it says shows when it has. */
export async function untilNoticed(): Promise<void> {
  await sleep(500);
}
