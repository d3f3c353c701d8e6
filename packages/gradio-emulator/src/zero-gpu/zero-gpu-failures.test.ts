import { describe, expect, it } from 'vitest';
import { startSpace } from '../space/start-space.ts';
import { queueDataUrl, quickInputs, startJob } from '../testing/space-client.ts';
import { readStream, streamMessages } from '../testing/stream-reader.ts';
import { zeroGpuFailures, zeroGpuFailureText, type ZeroGpuFailure } from './zero-gpu-failures.ts';

describe('ZeroGPU failures', () => {
  it.each(['infer', 'preview'])('end %s before its first step', async (api) => {
    const { title, message } = zeroGpuFailureText('quota-2026-anonymous');
    expect(await failureOf('quota-2026-anonymous', api)).toEqual([
      'estimation',
      'process_starts',
      { error: message, duration: 10, visible: true, title },
      'close_stream',
    ]);
  });

  it('have the title Error where ZeroGPU gives none', async () => {
    expect(await failureOf('quota-2024-pro')).toContainEqual(expect.objectContaining({ title: 'Error' }));
  });

  it('hide the text of those that are no error of Gradio', async () => {
    expect(await failureOf('schedule-error')).toContainEqual({ error: null });
  });

  it('come at half the steps where the GPU is at work already', async () => {
    expect(await failureOf('aborted')).toEqual([
      'estimation',
      'process_starts',
      'progress',
      'GPU task is exceeding its requested duration and might be aborted',
      { error: 'GPU task aborted', duration: 10, visible: true, title: 'ZeroGPU worker error' },
      'close_stream',
    ]);
  });

  it('tell first that a GPU is waited for', async () => {
    expect(await failureOf('no-gpu-retry-later')).toContain('Waiting for a GPU to become available');
  });

  it('all have a name and a text of their own', () => {
    const messages = zeroGpuFailures.map((failure) => zeroGpuFailureText(failure).message);
    expect(new Set(messages).size).toBe(zeroGpuFailures.length);
    expect(zeroGpuFailures.every((failure) => /^[a-z\d-]+$/.test(failure))).toBe(true);
  });
});

async function failureOf(zeroGpu: ZeroGpuFailure, api = 'infer'): Promise<readonly unknown[]> {
  await using space = await startSpace({ zeroGpu, stepMs: 1, progressMs: 0 });
  await startJob(space, api, quickInputs, 'mine');
  const { text } = await readStream(queueDataUrl(space, 'mine'));
  return streamMessages(text).map(({ msg, log, output }) => output ?? log ?? msg);
}
