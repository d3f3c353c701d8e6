import { EXAMPLE_PNG_BASE64, event, eventStream, json, lastChunk, later, type Script, type ServiceWire } from '@hypotez/provider-testkit';
import { askedImages, type AskedImages } from './asked-images.ts';

/** The endpoints, below any address, and how their events are called. */
const ENDPOINTS: readonly (readonly [path: RegExp, kind: string])[] = [[/\/images\/generations$/u, 'image_generation'], [/\/images\/edits$/u, 'image_edit']];

function kindOf(path: string): string | undefined {
  return ENDPOINTS.find(([pattern]) => pattern.test(path))?.[1];
}

/** What every answer with a picture says beside it. */
export const USAGE = { total_tokens: 100, input_tokens: 40, output_tokens: 60, input_tokens_details: { text_tokens: 10, image_tokens: 30 } };

/** OpenAI's images as its API documents them: JSON or a form in, JSON or a stream of events out, the pictures always as base64. */
export const imagesWire: ServiceWire = {
  partOf: ({ method, path }) => (method === 'POST' && kindOf(path) !== undefined ? 'start' : undefined),
  answer: (_part, _server, request) => [later(async () => answerTo(await askedImages(request), kindOf(request.path) ?? ''))],
};

function answerTo({ fields }: AskedImages, kind: string): Script {
  const n = Number(fields['n'] ?? 1);
  const facts = { size: fields['size'] ?? '1024x1024', quality: fields['quality'] ?? 'high', background: 'opaque', output_format: fields['output_format'] ?? 'png' };
  // A form has no other values than texts.
  if (String(fields['stream']) !== 'true') return [json(200, { created: 1_760_000_000, data: Array.from({ length: n }, () => ({ b64_json: EXAMPLE_PNG_BASE64 })), ...facts, usage: USAGE })];
  const picture = { b64_json: EXAMPLE_PNG_BASE64, created_at: 1_760_000_000, ...facts };
  const news = (name: string, more: object) => event({ type: `${kind}.${name}`, ...picture, ...more }, `${kind}.${name}`);
  return [
    eventStream(),
    ...Array.from({ length: Number(fields['partial_images'] ?? 0) }, (_item, index) => news('partial_image', { partial_image_index: index })),
    news('completed', { usage: USAGE }),
    lastChunk(),
  ];
}
