import { ResponseParseError, propertyOf, type HttpResponse } from '@hypotez/provider-core';
import { failureInAnswer } from './failure-in-answer.ts';
import { readPicture, type Picture } from './picture.ts';

/**
 * Reads the pictures of an answer in one piece.
 *
 * @throws {ResponseParseError} after those that came, when they are fewer than were asked for.
 */
export async function* readAnswer(response: HttpResponse, images: number, now: number): AsyncGenerator<Picture, void, undefined> {
  const answer = await response.json();
  const error = propertyOf(answer, 'error') ?? undefined;
  if (error !== undefined) throw failureInAnswer(error, response, now);
  const data = propertyOf(answer, 'data');
  const items: readonly unknown[] = Array.isArray(data) ? data : [];
  for (const [index, item] of items.entries()) {
    const picture = readPicture('image', item, answer, response.url);
    // It was counted for all of them together.
    yield index === 0 ? picture : { ...picture, usage: undefined };
  }
  if (items.length < images) throw new ResponseParseError(`The service gave ${items.length} of ${images} images.`, { billed: 'maybe' });
}
