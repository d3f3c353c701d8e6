import { readFileSync } from 'node:fs';

/** The Gradios whose streams were recorded. */
export const RECORDED_VERSIONS = ['4.44.1', '5.3.0', '5.49.1', '6.31.0'] as const;

/** One of the recorded Gradios. */
export type RecordedVersion = (typeof RECORDED_VERSIONS)[number];

/** What stands for the id of the job in every recorded stream. */
export const RECORDED_ID = '0123456789abcdef0123456789abcdef';

/** One recorded stream: its bytes as text, and whether the connection was cut without the final chunk. */
export interface Transcript {
  readonly text: string;
  readonly isCut: boolean;
}

/** Reads a recorded stream of a real Gradio server; only id, address and temporary folder were replaced. */
export function transcript(version: RecordedVersion, name: `${'queue' | 'call'}-${string}`): Transcript {
  const file = new URL(`../../__fixtures__/gradio-${version}.json`, import.meta.url);
  const found = (JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Transcript>>)[name];
  if (found === undefined) throw new Error(`Nothing was recorded as ${name} of ${version}.`);
  return found;
}
