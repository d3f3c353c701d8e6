import { JobCancelledError, ProtocolError, StreamEndedError, type ServerSentEvent } from '@hypotez/provider-core';
import { jobError, streamError } from '../errors/job-error.ts';
import { plainText } from '../text/plain-text.ts';
import type { JobEvent, StreamItem } from './job-event.ts';
import { NOT_JSON, parseJson } from './parse-json.ts';

/** A message with its fields still unread. Read by hand: a schema took a tenth of a run's time, for these alone. */
type QueueMessage = Readonly<Record<string, unknown>>;

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
  if (!isRecord(json) || typeof json['msg'] !== 'string') return 'foreign';
  const { event_id: id } = json;
  // An id that came as a number was made a text of at the start.
  const isForeign = (typeof id === 'string' || typeof id === 'number') && String(id) !== eventId;
  return isForeign ? 'foreign' : itemOf(json);
}

function itemOf(message: QueueMessage): StreamItem {
  switch (message['msg']) {
    case 'estimation':
      return { type: 'queued', ...optional('position', figure(message['rank'])), ...optional('etaSeconds', figure(message['rank_eta'])) };
    case 'process_starts':
      return { type: 'started', ...optional('etaSeconds', figure(message['eta'])) };
    case 'progress':
      return step(Array.isArray(message['progress_data']) ? message['progress_data'].filter(isRecord) : []);
    case 'log':
      return { type: 'log', message: plainText(text(message['log'])) };
    case 'process_generating':
    case 'process_streaming': {
      const data = outputOf(message)['data'];
      return Array.isArray(data) ? { type: 'generating', data } : 'alive';
    }
    case 'process_completed':
      return result(message);
    case 'unexpected_error':
      throw streamError(text(message['message']), message['session_not_found'] === true);
    case 'close_stream':
      return 'closed';
    default:
      return 'alive';
  }
}

function result(message: QueueMessage): JobEvent {
  const { data, error, title } = outputOf(message);
  if (message['success'] === false) throw jobError({ error, title: title ?? message['title'] });
  if (Array.isArray(data)) return { type: 'complete', data };
  // A cancelled job ends like a good one, only without data.
  if (data === undefined || data === null) throw new JobCancelledError('The job was cancelled on the Space.', { billed: 'maybe' });
  throw new ProtocolError(`The Space sent a result that is no list but ${typeof data}.`, { billed: 'maybe' });
}

/** Nested bars come outermost first; the innermost one with a length is the one that moves. */
function step(bars: readonly QueueMessage[]): JobEvent {
  const bar = bars.findLast(({ length, progress }) => figure(length) !== undefined || figure(progress) !== undefined) ?? bars.at(-1) ?? {};
  const index = figure(bar['index']);
  const length = figure(bar['length']);
  const fraction = figure(bar['progress']) ?? (index !== undefined && length !== undefined && length > 0 ? index / length : undefined);
  const message = plainText(text(bar['desc']), 120);
  return {
    type: 'step',
    ...optional('fraction', fraction === undefined ? undefined : Math.min(1, fraction)),
    ...optional('step', index !== undefined && length !== undefined ? Math.min(index, length) : index),
    ...optional('steps', length),
    ...(message === '' ? {} : { message }),
  };
}

function isRecord(value: unknown): value is QueueMessage {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function outputOf({ output }: QueueMessage): QueueMessage {
  return isRecord(output) ? output : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Numbers of a server count when they are finite and not negative. */
function figure(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value < Infinity ? value : undefined;
}

function optional<Key extends string>(key: Key, value: number | undefined): Partial<Record<Key, number>> {
  const entry: Partial<Record<Key, number>> = {};
  if (value !== undefined) entry[key] = value;
  return entry;
}
