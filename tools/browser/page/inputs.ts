import { AsyncGeneratorProvider, ImageResponse, ProviderError, ProviderModelMixin, createProviderContext, defineCatalog, type Generation, type ImageInput } from '@hypotez/provider-core';

// What an application does that starts from pictures: a file that the user chose, or a text. The service comes by the query.
const service = new URLSearchParams(location.search).get('service') ?? '';

const catalog = defineCatalog({
  label: 'A service that takes forms',
  url: service,
  working: true,
  capabilities: { previews: false, progress: false, queuePosition: false, remoteCancel: false, seedInAnswer: false, negativePrompt: false, imageInput: 4, mask: true, strength: true },
  bounds: { size: { min: 512, max: 512 }, n: { min: 1, max: 1 } },
  defaults: { aspectRatio: '1:1' },
  models: [{ id: 'editor', aliases: [] }],
});

class Editor extends ProviderModelMixin(AsyncGeneratorProvider, catalog) {
  readonly id = 'editor';

  protected override async *generate({ prompt, model, images, mask, signal }: Generation): AsyncGenerator<ImageResponse, void, undefined> {
    const form = new FormData();
    form.append('prompt', prompt);
    for (const { bytes, mediaType, extension } of [...images, ...(mask === undefined ? [] : [mask])]) form.append('image', new Blob([bytes], { type: mediaType }), `input.${extension}`);
    const answer = await (await this.context.http.request({ url: service, method: 'POST', form, billable: true, signal })).text();
    yield new ImageResponse({ urls: [], alt: answer, provider: this.id, model, download: () => Promise.reject(new Error('There is none.')) });
  }
}

const [file, text] = [...document.querySelectorAll('input')];
document.querySelector('button')?.addEventListener('click', () => void paint([...(file?.files ?? []), ...(text?.value === '' || text === undefined ? [] : [text.value])]));

async function paint(images: readonly ImageInput[]): Promise<void> {
  try {
    for await (const event of new Editor(createProviderContext()).createAsyncGenerator({ prompt: 'a cat — кошка', images, mask: images[0] })) {
      if (event.type === 'image') say('done', event.alt);
    }
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    say('failed', JSON.stringify({ code: error.code, billed: error.billed, message: error.message }));
  }
}

function say(state: string, answer: string): void {
  const [output, place] = [document.querySelector('#state'), document.querySelector('#answer')];
  if (place !== null) place.textContent = answer;
  if (output !== null) output.textContent = state;
}
