import type { ImageEvent, ImageResponse } from '@hypotez/provider-core';

/** What came out of a run. */
export interface RunOutcome {
  readonly events: readonly ImageEvent[];
  /** The finished images, in the order in which they came. */
  readonly images: readonly ImageResponse[];
  /** The first of them. */
  readonly image: ImageResponse | undefined;
  /** What was thrown, if anything was. */
  readonly error: unknown;
}

/** Reads a run to its end, good or bad. */
export async function outcomeOf(run: AsyncIterable<ImageEvent>): Promise<RunOutcome> {
  const events: ImageEvent[] = [];
  let error: unknown;
  try {
    for await (const event of run) events.push(event);
  } catch (thrown) {
    error = thrown;
  }
  const images = events.filter((event) => event.type === 'image');
  return { events, images, image: images[0], error };
}
