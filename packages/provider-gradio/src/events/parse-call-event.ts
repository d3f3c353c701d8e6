import { JobCancelledError, ProtocolError, StreamEndedError, type ServerSentEvent } from '@hypotez/provider-core';
import { jobError, streamError } from '../errors/job-error.ts';
import type { StreamItem } from './job-event.ts';
import { NOT_JSON, parseJson } from './parse-json.ts';

/**
 * Reads one event of `/call/<api>/<event_id>`: `generating`, `complete`, `error` or `heartbeat`.
 *
 * @throws {ProviderError} for the events that end a job without a result.
 */
export function parseCallEvent({ event, data, complete }: ServerSentEvent): StreamItem {
  const value = parseJson(data);
  if (value === NOT_JSON && !complete) throw new StreamEndedError('The stream ended in the middle of an event.', { billed: 'maybe' });
  switch (event) {
    case 'generating':
      return Array.isArray(value) ? { type: 'generating', data: value } : 'alive';
    case 'complete':
      if (Array.isArray(value)) return { type: 'complete', data: value };
      if (value === null) throw new JobCancelledError('The job was cancelled on the Space.', { billed: 'maybe' });
      throw new ProtocolError('The Space sent a result that is no list.', { billed: 'maybe' });
    case 'error':
      throw errorOf(value);
    default:
      return 'alive';
  }
}

/** A string ends the stream itself; an object is the job's error; `null`, on every Gradio before 6.13, hides it. */
function errorOf(value: unknown): Error {
  if (typeof value === 'string') return streamError(value);
  if (typeof value === 'object' && value !== null) return jobError({ error: Reflect.get(value, 'error'), title: Reflect.get(value, 'title') });
  return jobError({});
}
