import { createProviderContext } from '@hypotez/provider-core';
import { StabilityAI_SD35Large } from '@hypotez/provider-stabilityai-sd35';
import { isOurError, isPreview, ourTimeouts, readRun } from './our-run.ts';
import { KEY, PROMPT, type Order, type Subject } from './subject.ts';

/** This framework with its plugin for the Space of Stable Diffusion 3.5 Large. */
export const ourQueue: Subject = {
  generate: (order, pictures) => readRun(start(order), pictures),
  events: (order) => Promise.resolve({ events: start(order), isNews: isPreview }),
  isOwn: isOurError,
};

/** All jobs of a process come from one provider. */
let provider: StabilityAI_SD35Large | undefined;

function start(order: Order) {
  const { url, signal } = order;
  provider ??= new StabilityAI_SD35Large({ url, apiKey: KEY }, createProviderContext({ timeouts: ourTimeouts(order) }));
  return provider.createAsyncGenerator({ prompt: PROMPT, signal });
}
