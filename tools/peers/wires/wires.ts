import type { Wire } from '@hypotez/provider-testkit';
import type { SubjectName } from '../subjects/subjects.ts';
import { imagesStreamWire, imagesWire } from './images-wire.ts';
import { spaceWire } from './space-wire.ts';

/** A wire and who speaks it. */
export interface SpokenWire {
  readonly wire: Wire;
  readonly title: string;
  /** For a title among those of other wires. */
  readonly short: string;
  readonly form: 'buffered' | 'stream';
  readonly subjects: readonly SubjectName[];
}

/** The wires of the comparison. */
export const wires = {
  images: { wire: imagesWire, title: "OpenAI's images, one answer", short: 'one answer', form: 'buffered', subjects: ['openai', 'ai-sdk', 'our-images'] },
  'images-stream': { wire: imagesStreamWire, title: "OpenAI's images, a stream", short: 'a stream', form: 'stream', subjects: ['openai', 'our-images'] },
  space: { wire: spaceWire, title: 'A Gradio Space', short: 'a Space', form: 'stream', subjects: ['gradio', 'our-queue'] },
} as const satisfies Record<string, SpokenWire>;

/** Name of a wire. */
export type WireName = keyof typeof wires;
