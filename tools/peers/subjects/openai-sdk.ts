import OpenAI, { OpenAIError } from 'openai';
import { KEY, KEY_HEADER, PROMPT, TIMER_MS, type Order, type Subject } from './subject.ts';

/** The SDK of OpenAI, used as its documentation shows. */
export const openaiSdk: Subject = {
  generate: async (order, pictures) => {
    if (order.form === 'stream') {
      for await (const event of await stream(order)) if (event.type === 'image_generation.completed') pictures.push(event.b64_json);
      return undefined;
    }
    const answer = await client(order).images.generate({ model: 'gpt-image-1', prompt: PROMPT, n: order.n }, { signal: order.signal });
    // What it gives is not always what its types say.
    for (const image of answer?.data ?? []) pictures.push(image.b64_json);
    return undefined;
  },
  events: async (order) => ({ events: await stream(order), isNews: () => true }),
  isOwn: (error) => error instanceof OpenAIError,
};

function client({ url, retries, hasShortTimers }: Order): OpenAI {
  return new OpenAI({
    apiKey: KEY,
    baseURL: `${url}/v1`,
    defaultHeaders: { [KEY_HEADER]: KEY },
    logLevel: 'off',
    ...(hasShortTimers ? { timeout: TIMER_MS } : {}),
    ...(retries ? {} : { maxRetries: 0 }),
  });
}

function stream(order: Order) {
  return client(order).images.generate({ model: 'gpt-image-1', prompt: PROMPT, n: 1, stream: true, partial_images: 1 }, { signal: order.signal });
}
