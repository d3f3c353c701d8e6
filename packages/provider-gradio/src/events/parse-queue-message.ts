import { JobCancelledError, ProtocolError, StreamEndedError, type ServerSentEvent } from '@hypotez/provider-core';
import * as v from 'valibot';
import { jobError, streamError } from '../errors/job-error.ts';
import { plainText } from '../text/plain-text.ts';
import type { JobEvent, StreamItem } from './job-event.ts';
import { NOT_JSON, parseJson } from './parse-json.ts';

const figure = v.fallback(v.optional(v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0)))), undefined);

const progressItemSchema = v.object({ index: figure, length: figure, progress: figure, desc: v.fallback(v.nullish(v.string()), undefined) });

const messageSchema = v.looseObject({
  msg: v.string(),
  // An id that came as a number was made a text of at the start.
  event_id: v.nullish(v.union([v.string(), v.pipe(v.number(), v.transform(String))])),
  rank: figure,
  rank_eta: figure,
  eta: figure,
  progress_data: v.fallback(v.nullish(v.array(progressItemSchema)), undefined),
  log: v.fallback(v.optional(v.string()), undefined),
  output: v.fallback(v.nullish(v.looseObject({ data: v.optional(v.unknown()), error: v.optional(v.unknown()) })), undefined),
  success: v.fallback(v.optional(v.boolean()), undefined),
  title: v.optional(v.unknown()),
  message: v.fallback(v.optional(v.string()), undefined),
  session_not_found: v.fallback(v.optional(v.boolean()), undefined),
});
type QueueMessage = v.InferOutput<typeof messageSchema>;

/**
 * Reads one message of `/queue/data`. Only those of this job's `eventId` count; those without one speak of the session.
 *
 * @throws {ProviderError} for the messages that end a job without a result.
 */
export function parseQueueMessage({ data, complete }: ServerSentEvent, eventId: string): StreamItem {
  const json = parseJson(data);
  if (json === NOT_JSON) {
    if (!complete) throw new StreamEndedError('The stream ended in the middle of a message.', { billed: 'maybe' });
    // Progress can be missed, the result cannot.
    if (/"msg"\s*:\s*"process_completed"/u.test(data)) throw new ProtocolError('The Space sent a result that is not JSON.', { billed: 'maybe' });
    return 'alive';
  }
  const parsed = v.safeParse(messageSchema, json);
  if (!parsed.success) return 'foreign';
  const message = parsed.output;
  if (typeof message.event_id === 'string' && message.event_id !== eventId) return 'foreign';
  return itemOf(message);
}

function itemOf(message: QueueMessage): StreamItem {
  switch (message.msg) {
    case 'estimation':
      return { type: 'queued', ...optional('position', message.rank), ...optional('etaSeconds', message.rank_eta) };
    case 'process_starts':
      return { type: 'started', ...optional('etaSeconds', message.eta) };
    case 'progress':
      return step(message.progress_data ?? []);
    case 'log':
      return { type: 'log', message: plainText(message.log ?? '') };
    case 'process_generating':
    case 'process_streaming':
      return Array.isArray(message.output?.data) ? { type: 'generating', data: message.output.data } : 'alive';
    case 'process_completed':
      return result(message);
    case 'unexpected_error':
      throw streamError(message.message ?? '', message.session_not_found);
    case 'close_stream':
      return 'closed';
    default:
      return 'alive';
  }
}

function result({ output, success, title }: QueueMessage): JobEvent {
  if (success === false) throw jobError({ error: output?.error, title: output?.['title'] ?? title });
  if (Array.isArray(output?.data)) return { type: 'complete', data: output.data };
  // A cancelled job ends like a good one, only without data.
  if (output?.data === undefined || output.data === null) throw new JobCancelledError('The job was cancelled on the Space.', { billed: 'maybe' });
  throw new ProtocolError(`The Space sent a result that is no list but ${typeof output.data}.`, { billed: 'maybe' });
}

/** Nested bars come outermost first; the innermost one with a length is the one that moves. */
function step(items: readonly v.InferOutput<typeof progressItemSchema>[]): JobEvent {
  const item = items.findLast(({ length, progress }) => typeof length === 'number' || typeof progress === 'number') ?? items.at(-1);
  const index = item?.index ?? undefined;
  const length = item?.length ?? undefined;
  const fraction = item?.progress ?? (index !== undefined && length !== undefined && length > 0 ? index / length : undefined);
  const message = plainText(item?.desc ?? '', 120);
  return {
    type: 'step',
    ...optional('fraction', fraction === undefined ? undefined : Math.min(1, fraction)),
    ...optional('step', index !== undefined && length !== undefined ? Math.min(index, length) : index),
    ...optional('steps', length),
    ...(message === '' ? {} : { message }),
  };
}

function optional<Key extends string>(key: Key, value: number | null | undefined): Partial<Record<Key, number>> {
  const entry: Partial<Record<Key, number>> = {};
  if (value !== null && value !== undefined) entry[key] = value;
  return entry;
}
