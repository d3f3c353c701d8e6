import { BadImageError, ResponseParseError, imageDataUrl, propertyOf, type ImageSize, type ImageUsage } from '@hypotez/provider-core';

/** A picture out of an answer. */
export interface Picture {
  /** Whether it is finished. */
  readonly type: 'preview' | 'image';
  /** A `data:` URL, or the address at which the service keeps it. */
  readonly url: string;
  /** What the service says that it painted. */
  readonly size?: ImageSize | undefined;
  readonly revisedPrompt?: string | undefined;
  readonly usage?: ImageUsage | undefined;
}

/**
 * Reads one picture, as base64 or by its address.
 *
 * @param value holds the picture: an event, or an item of `data`.
 * @param answer holds what is said beside it; the event itself, or the whole answer.
 * @param base address that relative ones belong to.
 * @throws {BadImageError} when it is no base64.
 * @throws {ResponseParseError} when there is none.
 */
export function readPicture(type: Picture['type'], value: unknown, answer: unknown, base: string): Picture {
  const [base64, address, revisedPrompt] = ['b64_json', 'url', 'revised_prompt'].map((name) => textIn(value, name));
  const url = base64 === undefined ? address && URL.parse(address, base)?.href : imageDataUrl(base64);
  if (url === undefined && base64 !== undefined) throw new BadImageError('The service sent an image that is no base64.', { billed: 'yes' });
  if (url === undefined) throw new ResponseParseError('The answer of the service holds no image.', { billed: 'maybe' });
  const [, width, height] = /^(\d{1,5})x(\d{1,5})$/u.exec(textIn(answer, 'size') ?? '') ?? [];
  return { type, url, revisedPrompt, usage: usageIn(answer), size: width === undefined ? undefined : { width: Number(width), height: Number(height) } };
}

/** A text that is not empty: some servers send every field, and fill one. */
function textIn(value: unknown, name: string): string | undefined {
  const text = propertyOf(value, name);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

function usageIn(answer: unknown): ImageUsage | undefined {
  const usage = propertyOf(answer, 'usage');
  const [inputTokens, outputTokens, totalTokens] = ['input_tokens', 'output_tokens', 'total_tokens'].map((name) => {
    const count = propertyOf(usage, name);
    return typeof count === 'number' && count >= 0 ? count : undefined;
  });
  return inputTokens === undefined && outputTokens === undefined && totalTokens === undefined ? undefined : { inputTokens, outputTokens, totalTokens };
}
