import type { SubjectEvent } from '../subjects/subject.ts';
import type { Outcome } from './outcome.ts';

/** Reads a run to its end and fetches its pictures. */
export async function collect(run: AsyncIterable<SubjectEvent>, signal: AbortSignal, seen: (event: SubjectEvent) => unknown = () => undefined): Promise<Outcome> {
  const started = performance.now();
  const events: SubjectEvent[] = [];
  const images: { readonly bytes: Uint8Array }[] = [];
  try {
    for await (const event of run) {
      events.push(event);
      await seen(event);
    }
    for (const event of events) if (event.type === 'image') images.push(...(await event.images?.({ signal }) ?? []));
    return { events, images, ms: performance.now() - started };
  } catch (error) {
    return { events, images, error, ms: performance.now() - started };
  }
}
