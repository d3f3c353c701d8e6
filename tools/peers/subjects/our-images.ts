import { createProviderContext, createRegistry } from '@hypotez/provider-core';
import { imagesProvider, ImagesProvider } from './images-provider.ts';
import { isOurError, isPreview, ourTimeouts, readRun } from './our-run.ts';
import { KEY, PROMPT, type Order, type Subject } from './subject.ts';

/** This framework with a small provider for OpenAI's images; retries are the registry's, a provider alone makes one attempt. */
export const ourImages: Subject = {
  generate: (order, pictures) => readRun(start(order), pictures),
  events: (order) => Promise.resolve({ events: start(order), isNews: isPreview }),
  isOwn: isOurError,
};

function start(order: Order) {
  const { url, form, n, retries, signal } = order;
  const timeouts = ourTimeouts(order);
  const request = { prompt: PROMPT, n, signal };
  const options = { url, form, apiKey: KEY };
  if (retries) return createRegistry([imagesProvider(options)], { timeouts }).generate('images', request);
  return new ImagesProvider(createProviderContext({ timeouts }), {}, options).createAsyncGenerator(request);
}
