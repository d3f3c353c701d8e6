import { createRegistry, type AsyncResult, type ImageResponse } from '@hypotez/provider-core';
import { StabilityAI_SD35Large, stabilityAiSd35 } from '@hypotez/provider-stabilityai-sd35';
import { pathOf, type Generate, type SubjectOptions, type Tally } from './subject.ts';

/** The plugin by itself, without a registry. */
export function plugin({ url, kind }: SubjectOptions): Generate {
  const provider = new StabilityAI_SD35Large({ url, apiEndpoint: `/gradio_api/call/${kind}` });
  return (prompt) => readRun(provider.createAsyncGenerator({ prompt }));
}

/** The whole framework: a registry finds the plugin by its alias, every time. */
export function registry({ url, kind }: SubjectOptions): Generate {
  const models = createRegistry([stabilityAiSd35({ url, apiEndpoint: `/gradio_api/call/${kind}` })]);
  return (prompt) => readRun(models.resolve('sd-3.5').createAsyncGenerator({ prompt }));
}

/** Reads a run to its end. */
export async function readRun(run: AsyncResult): Promise<Tally> {
  const tally = { steps: 0, previews: 0, previewCharacters: 0, firstEventAt: 0 };
  let response: ImageResponse | undefined;
  for await (const event of run) {
    if (tally.firstEventAt === 0) tally.firstEventAt = performance.now();
    switch (event.type) {
      case 'progress':
        if (event.stage === 'step') tally.steps += 1;
        break;
      case 'preview':
        tally.previews += 1;
        for (const url of event.urls) if (url.startsWith('data:')) tally.previewCharacters += url.length;
        break;
      case 'image':
        response = event;
    }
  }
  const image = response;
  const [address] = image?.urls ?? [];
  if (image === undefined || address === undefined) throw new Error('The run gave no picture.');
  const download = async (): Promise<number> => (await image.images()).reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  return { ...tally, path: pathOf(address), download };
}
