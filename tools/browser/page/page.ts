import { ProviderError, createRegistry, type ImageFile } from '@hypotez/provider-core';
import { stabilityAiSd35 } from '@hypotez/provider-stabilityai-sd35';

// What an application does with the plugin in a page. The address of the Space, the function and the steps come by the query.
const query = new URLSearchParams(location.search);
const url = query.get('space') ?? '';
const registry = createRegistry([stabilityAiSd35({ url, apiEndpoint: `/gradio_api/call/${query.get('function') ?? 'infer'}` })]);
let running = new AbortController();

element('#form').addEventListener('submit', (event) => {
  event.preventDefault();
  const input = element('input');
  if (input instanceof HTMLInputElement) void paint(input.value);
});
element('#stop').addEventListener('click', () => {
  running.abort();
});

async function paint(prompt: string): Promise<void> {
  running = new AbortController();
  for (const id of ['#previews', '#picture', '#error']) element(id).replaceChildren();
  const request = { prompt, seed: 7, width: 512, height: 512, numInferenceSteps: Number(query.get('steps') ?? 8), signal: running.signal };
  try {
    for await (const event of registry.generate('sd-3.5', request)) {
      if (event.type === 'progress') say(`${event.stage} ${event.step?.toString() ?? ''}`);
      if (event.type === 'preview') show('#previews', (await event.images()).map(blobUrl));
      // Once from the bytes that the plugin fetched, once by the address of the Space.
      if (event.type === 'image') show('#picture', [...(await event.images()).map(blobUrl), ...event.urls]);
    }
    say('done');
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const { name, code, message, billed, retryAfterMs } = error;
    element('#error').textContent = JSON.stringify({ name, code, message, billed, retryAfterMs });
    say('failed');
  }
}

function blobUrl({ bytes, mediaType }: ImageFile): string {
  return URL.createObjectURL(new Blob([bytes], { type: mediaType }));
}

function show(selector: string, urls: readonly string[]): void {
  for (const src of urls) element(selector).append(Object.assign(new Image(), { src }));
}

function say(state: string): void {
  element('#state').textContent = state;
}

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`The page has no ${selector}.`);
  return found;
}
