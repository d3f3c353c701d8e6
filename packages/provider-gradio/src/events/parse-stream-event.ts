import { ImageProgress, JobCancelledError, JobLostError, ProtocolError, ResponseError, StreamEndedError, propertyOf, type ProviderError, type ServerSentEvent } from '@hypotez/provider-core';
import { jobError } from '../errors/job-error.ts';
import { plainText } from '../text/plain-text.ts';
import type { JobEvent } from './job-event.ts';
import { parsePythonJson } from './parse-python-json.ts';

/**
 * Reads one event of either stream: news, or the error that ended the job without a result; `undefined` for signs of life and
 * for other jobs than that of the `eventId`.
 *
 * A message of `/queue/data` names itself in `msg` and has what it tells in fields; an event of `/call` has its name in
 * front and is a list, an error or nothing. Read by hand: a schema took a tenth of a run's time, for the messages alone.
 *
 * @throws {StreamEndedError} where the stream ends and the job may be going on.
 */
export function parseStreamEvent({ event, data, complete }: ServerSentEvent, eventId: string): JobEvent | ProviderError | undefined {
  const message = parsePythonJson(data);
  if (message === undefined) {
    if (!complete) throw new StreamEndedError('The Space closed the stream before the job ended.');
    // Progress can be missed, the result cannot.
    if (event === 'complete' || data.includes('"process_completed"')) return badResult();
  }
  // An id that came as a number was made a text of at the start. What has none speaks of the session.
  const id = propertyOf(message, 'event_id');
  if ((typeof id === 'string' || typeof id === 'number') && String(id) !== eventId) return undefined;
  const name = propertyOf(message, 'msg');
  const output = name === undefined ? message : propertyOf(message, 'output');
  const values = name === undefined ? message : propertyOf(output, 'data');
  switch (name ?? `/call ${event}`) {
    case 'estimation':
      return new ImageProgress({ stage: 'queued', queuePosition: figure(message, 'rank'), etaSeconds: figure(message, 'rank_eta') });
    case 'process_starts':
      return new ImageProgress({ stage: 'started', etaSeconds: figure(message, 'eta') });
    case 'progress':
      return step(propertyOf(message, 'progress_data'));
    case 'log':
      return new ImageProgress({ stage: 'log', message: plainText(propertyOf(message, 'log')) });
    case 'process_generating':
    case 'process_streaming':
    case '/call generating':
      return Array.isArray(values) ? { type: 'generating', data: values } : undefined;
    case 'process_completed':
    case '/call complete':
      if (propertyOf(message, 'success') === false) return failure(output, message);
      if (Array.isArray(values)) return { type: 'complete', data: values };
      // A cancelled job ends like a good one, only without data.
      return (values ?? null) === null ? new JobCancelledError('The job was cancelled on the Space.') : badResult();
    case '/call error':
      return typeof message === 'string' ? broken(message) : failure(output, message);
    case 'unexpected_error':
      return broken(propertyOf(message, 'message'), propertyOf(message, 'session_not_found') === true);
    case 'close_stream':
      throw new StreamEndedError('The Space closed the stream before the job ended.');
    default:
      return undefined;
  }
}

function badResult(): ProviderError {
  return new ProtocolError('The Space sent a result that is no JSON list.', { billed: 'maybe' });
}

function failure(output: unknown, message: unknown): ProviderError {
  return jobError(propertyOf(output, 'error'), propertyOf(output, 'title') ?? propertyOf(message, 'title'));
}

/** The end of the stream itself: a forgotten job, a server that stops, a crash. */
function broken(text: unknown, isLost = false): ProviderError {
  const words = plainText(text);
  if (isLost || /^404\b/u.test(words)) return new JobLostError('The Space does not know the job any more.');
  return new ResponseError(`The Space broke off: ${words === '' ? 'it does not say why' : words}`, { billed: 'maybe' });
}

/** Nested bars come outermost first; the innermost one with a length is the one that moves. */
function step(data: unknown): ImageProgress {
  const bars: readonly unknown[] = Array.isArray(data) ? data : [];
  const bar = bars.findLast((item) => (figure(item, 'length') ?? figure(item, 'progress')) !== undefined) ?? bars.at(-1);
  const index = figure(bar, 'index');
  const steps = figure(bar, 'length');
  const isCounted = index !== undefined && steps !== undefined;
  const fraction = figure(bar, 'progress') ?? (isCounted && steps > 0 ? index / steps : undefined);
  const message = plainText(propertyOf(bar, 'desc'), 120);
  return new ImageProgress({
    stage: 'step',
    fraction: fraction === undefined ? undefined : Math.min(1, fraction),
    step: isCounted ? Math.min(index, steps) : index,
    steps,
    message: message === '' ? undefined : message,
  });
}

/** Numbers of a server count when they are finite and not negative. */
function figure(owner: unknown, key: string): number | undefined {
  const value = propertyOf(owner, key);
  return typeof value === 'number' && value >= 0 && value < Infinity ? value : undefined;
}
