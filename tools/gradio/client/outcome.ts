import type { AsyncResult, ImageEvent, ImageFile, ImageRequest, ImageResponse } from '@hypotez/provider-core';
import { ProviderError } from '@hypotez/provider-core';

/** What is asked of a provider here: that it runs requests. */
interface Runs {
  createAsyncGenerator(request: ImageRequest): AsyncResult;
}

/** What a run gave. */
export interface Outcome {
  readonly events: readonly ImageEvent[];
  readonly image: ImageResponse | undefined;
  /** The downloaded images of the response. */
  readonly files: readonly ImageFile[];
}

/** Everything that a run gives, in order. */
export async function drain<Event>(events: AsyncIterable<Event>): Promise<readonly Event[]> {
  const all: Event[] = [];
  for await (const event of events) all.push(event);
  return all;
}

/** Runs a request to its picture and downloads it. */
export async function run(provider: Runs, request: ImageRequest): Promise<Outcome> {
  const events = await drain(provider.createAsyncGenerator(request));
  const image = events.find((event) => event.type === 'image');
  return { events, image, files: (await image?.images()) ?? [] };
}

/** Runs a request to the error that has to come, and keeps the events before it. */
export async function failure(
  provider: Runs,
  request: ImageRequest,
  events: ImageEvent[] = [],
  onEvent: (event: ImageEvent) => void | Promise<void> = () => undefined,
): Promise<ProviderError> {
  try {
    for await (const event of provider.createAsyncGenerator(request)) {
      events.push(event);
      await onEvent(event);
    }
  } catch (error) {
    if (error instanceof ProviderError) return error;
    throw error;
  }
  throw new Error(`The run ended without an error after ${events.map(({ type }) => type).join(', ')}.`);
}

/** Reads a run up to a stage. */
export async function until(events: AsyncGenerator<ImageEvent, void, undefined>, stage: string): Promise<void> {
  for (;;) {
    const result = await events.next();
    if (result.done === true || (result.value.type === 'progress' && result.value.stage === stage)) return;
  }
}
