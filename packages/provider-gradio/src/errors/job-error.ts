import { JobLostError, RejectedError, ResponseError } from '@hypotez/provider-core';
import { plainText } from '../text/plain-text.ts';
import { zeroGpuError } from './zero-gpu-error.ts';

/** What a Space says about a failed job. */
export interface JobFailure {
  /** The message; nothing when the Space hides it. */
  readonly error?: unknown;
  /** Heading of the message. */
  readonly title?: unknown;
}

/** Makes the typed error for a job that the Space reports as failed. */
export function jobError({ error, title }: JobFailure): ResponseError {
  const message = typeof error === 'string' ? plainText(error) : '';
  const heading = typeof title === 'string' ? plainText(title, 80) : '';
  if (message === '') {
    return new ResponseError(
      "The Space's function failed and does not say why: its author has not allowed errors to be shown.",
      { billed: 'maybe' },
    );
  }
  const known = zeroGpuError(message, heading);
  if (known !== undefined) return known;
  // Gradio from 5.39 compares sliders with their bounds before the function runs.
  if (/^Value .{1,40} is (?:greater than maximum|less than minimum) value /u.test(message)) return new RejectedError(message);
  const prefix = heading === '' || heading === 'Error' ? 'The Space says' : `The Space says (${heading})`;
  return new ResponseError(`${prefix}: ${message}`, { billed: 'maybe' });
}

/** Makes the typed error for an event that ends the stream itself: a forgotten job, a server that stops, a crash. */
export function streamError(text: string, sessionNotFound = false): ResponseError {
  const message = plainText(text);
  if (sessionNotFound || /^404\b/u.test(message)) {
    return new JobLostError('The Space does not know the job any more: it was restarted, or the connection broke before.', { billed: 'maybe' });
  }
  return new ResponseError(`The Space broke off: ${message === '' ? 'it gives no reason' : message}`, { billed: 'maybe' });
}
