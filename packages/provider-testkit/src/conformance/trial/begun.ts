import type { AnswerContext } from '../../faults/fault-case.ts';
import { EXAMPLE_PNG_URL } from '../../images/example-png.ts';
import type { Script } from '../../server/step.ts';
import { chunk } from '../../steps/chunk.ts';
import { eventStream } from '../../steps/event-stream.ts';

/** A job that began well, on a wire that streams: a place in the queue, a step, a preview. Nothing on the others. */
export function begun({ wire: { events } }: AnswerContext): Script {
  if (events === undefined) return [];
  return [eventStream(), ...[events.queued(1), events.progress(1), events.preview(EXAMPLE_PNG_URL)].map((text) => chunk(text))];
}
