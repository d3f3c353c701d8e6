import { startSpace } from '@hypotez/gradio-emulator';
import { describe, expect, it } from 'vitest';
import { workspaceRoot } from '../../../docs/workspace-root.ts';
import { askSpace } from './ask-space.ts';
import { readSpace } from './read-space.ts';

describe('a Space that is asked', () => {
  it('says what its function takes, and nothing is painted', async () => {
    await using space = await startSpace();
    const { apiEndpoint, inputs, bounds, capabilities, defaults, payload, request } = await readSpace(space.url, 'infer');
    expect(apiEndpoint).toBe('/gradio_api/call/infer');
    expect(inputs.map(({ name, value }) => [name, value])).toEqual([
      ['prompt', 'prompt'], ['negative_prompt', 'negativePrompt'], ['seed', 'seed'], ['randomize_seed', 'randomizeSeed'],
      ['width', 'width'], ['height', 'height'], ['guidance_scale', 'guidanceScale'], ['num_inference_steps', 'numInferenceSteps'],
    ]);
    expect(bounds).toMatchObject({ size: { min: 512, max: 1024, multipleOf: 32 }, numInferenceSteps: { min: 1, max: 50 } });
    expect(capabilities).toMatchObject({ negativePrompt: true, imageInput: 0, previews: false });
    expect(request).toEqual({ prompt: 'a lighthouse at dawn', seed: 42 });
    expect(JSON.parse(payload)).toEqual({
      data: ['a lighthouse at dawn', '', 42, false, 1024, 1024, defaults['guidanceScale'], defaults['numInferenceSteps']], session_hash: '00000000-0000-4000-8000-000000000000',
    });
    expect(space.requests.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it('says the same to the process of the generator', async () => {
    await using space = await startSpace();
    expect(await askSpace(workspaceRoot, space.url, 'infer')).toEqual({ facts: await readSpace(space.url, 'infer') });
  });

  it('is told why not when it cannot be asked', async () => {
    const { url } = await startSpace().then(async (space) => { await space.close(); return space; });
    expect(await askSpace(workspaceRoot, url)).toEqual({ reason: expect.stringContaining('127.0.0.1') as string, needsMore: false });
  });

  it('is asked for a name where several of its functions give pictures', async () => {
    await using space = await startSpace();
    expect(await askSpace(workspaceRoot, space.url)).toEqual({ reason: expect.stringContaining('infer') as string, needsMore: true });
  });
});
