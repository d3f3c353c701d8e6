import { createOpenAI } from '@ai-sdk/openai';
import { AISDKError, generateImage } from 'ai';
import { KEY, KEY_HEADER, PROMPT, type Subject } from './subject.ts';

/** The AI SDK with its provider for OpenAI, used as its documentation shows. It has no timers; its pictures are not streamed. */
export const aiSdk: Subject = {
  generate: async ({ url, n, retries, signal }, pictures) => {
    const openai = createOpenAI({ apiKey: KEY, baseURL: `${url}/v1`, headers: { [KEY_HEADER]: KEY } });
    // A model of which one call makes one picture, where there are to be several.
    const model = openai.image(n > 1 ? 'dall-e-3' : 'gpt-image-1');
    const { images } = await generateImage({ model, prompt: PROMPT, n, abortSignal: signal, ...(retries ? {} : { maxRetries: 0 }) });
    pictures.push(...images.map(({ uint8Array }) => uint8Array));
    return undefined;
  },
  isOwn: (error) => AISDKError.isInstance(error),
};
