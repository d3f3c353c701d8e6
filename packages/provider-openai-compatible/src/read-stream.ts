import { ProtocolError, StreamEndedError, parseJson, propertyOf, type HttpResponse } from '@hypotez/provider-core';
import { failureInAnswer } from './failure-in-answer.ts';
import { readPicture, type Picture } from './picture.ts';

/** What stands in `type` of an event with a picture, of a new image and of a changed one. */
const PICTURES: ReadonlyMap<unknown, Picture['type']> = new Map([
  ['image_generation.partial_image', 'preview'],
  ['image_edit.partial_image', 'preview'],
  ['image_generation.completed', 'image'],
  ['image_edit.completed', 'image'],
]);

/**
 * Follows a stream to its one finished picture.
 *
 * @param firstEventTimeoutMs how long the first event may take: without previews it is the picture itself.
 * @throws {StreamEndedError} when the stream ends before that.
 */
export async function* readStream(response: HttpResponse, now: number, firstEventTimeoutMs: number): AsyncGenerator<Picture, void, undefined> {
  let hasPainted = false;
  for await (const { event, data, complete } of response.events({ firstEventTimeoutMs })) {
    // Half an event is none.
    if (!complete || data === '[DONE]') break;
    const value = parseJson(data);
    if (value === undefined) throw new ProtocolError('An event of the stream is no JSON.', { billed: 'maybe' });
    // A failure is in the line of the event, in its data, or is its data.
    const error = propertyOf(value, 'error') ?? ([event, propertyOf(value, 'type')].includes('error') ? value : undefined);
    if (error !== undefined) throw failureInAnswer(error, response, now, hasPainted);
    const type = PICTURES.get(propertyOf(value, 'type') ?? event);
    // Events that later versions add are passed over.
    if (type === undefined) continue;
    hasPainted = true;
    const picture = readPicture(type, value, value, response.url);
    if (type === 'image') response.finish();
    yield picture;
    if (type === 'image') return;
  }
  throw new StreamEndedError('The stream ended before the image came.');
}
