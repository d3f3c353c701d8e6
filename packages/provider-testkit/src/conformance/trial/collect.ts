import type { AsyncResult, ImageEvent, ImageResponse } from '@hypotez/provider-core';
import { within } from './within.ts';

/** What came of a run. */
export interface Outcome {
  readonly events: readonly ImageEvent[];
  readonly images: readonly ImageResponse[];
  /** What was thrown, if anything was. */
  readonly error: unknown;
}

/** Reads a run to its end. @throws {ConformanceError} when it has none. */
export async function collect(run: AsyncResult): Promise<Outcome> {
  const events: ImageEvent[] = [];
  let error: unknown;
  const read = async (): Promise<void> => {
    try {
      for await (const event of run) events.push(event);
    } catch (thrown) {
      error = thrown;
    }
  };
  await within(read(), 'The run did not end.', 'Hand generation.signal to everything that waits, and end the generator after the last image.');
  return { events, images: events.filter((event) => event.type === 'image'), error };
}
