import { ModerationError, ResponseParseError, cleanText, imageDataUrl, type HttpResponse } from '@hypotez/provider-core';

/** A picture, and what the service tells of it. */
export interface Picture {
  /** A `data:` URL. */
  readonly url: string;
  /** The seed that it was made with; missing where the head of the answer is kept from us, as by a browser. */
  readonly seed?: number | undefined;
  readonly warnings: readonly string[];
}

/**
 * Takes the picture out of an answer of the service: it is all of the body, and the head tells of it.
 *
 * @throws {ModerationError} when the picture broke the content rules: it comes blurred, with the status of a good one.
 * @throws {ResponseParseError} when the body is no picture.
 */
export async function readPicture(response: HttpResponse): Promise<Picture> {
  const { status, headers } = response;
  const reason = headers.get('finish-reason');
  if (reason === 'CONTENT_FILTERED') {
    response.cancel();
    // The service calls it a successful generation, and those are what it charges for.
    throw new ModerationError('The picture broke the content rules of the service, which blurred it.', { status, billed: 'maybe' });
  }
  const url = imageDataUrl(await response.bytes());
  if (url?.startsWith('data:image/') !== true) {
    throw new ResponseParseError(`Instead of a picture came ${cleanText(headers.get('content-type') ?? 'what is not named', 80)}.`, { billed: 'maybe' });
  }
  const [seed] = /^\d{1,10}$/u.exec(headers.get('seed') ?? '') ?? [];
  return {
    url,
    seed: seed === undefined ? undefined : Number(seed),
    warnings: reason === null ? ['The service did not tell whether it blurred the picture.'] : [],
  };
}
